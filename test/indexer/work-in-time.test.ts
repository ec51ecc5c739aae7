import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/index.js';
import { TooSlow } from '../../src/content/within-time.js';
import { workInTime } from '../../src/indexer/work-in-time.js';

const long = 'snake_case words '.repeat(500_000);
const analyze = (text: string) => () => createAnalyzer('en').scan(text, () => {});

describe('a long text', () => {
  it('is given up when its time is up', () => {
    expect(() => workInTime(long.length, 0.02, analyze(long))).toThrow(TooSlow);
    const inTime = long.slice(0, 70_000);
    expect(workInTime(inTime.length, 60, analyze(inTime))).toBe(analyze(inTime)());
  });

  it('is not watched when it is short', () => {
    const short = long.slice(0, 60_000);
    expect(workInTime(short.length, 0.001, analyze(short))).toBe(analyze(short)());
  });
});
