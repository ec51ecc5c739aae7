/**
 * What every engine answers. Call it from a test file of the engine.
 * @module
 */
import { beforeAll, describe } from 'vitest';
import { describeAsking } from './asking.js';
import { describeCountingAndSorting } from './counting-and-sorting.js';
import { describeFinding } from './finding.js';
import { describeHoldingUp } from './holding-up.js';
import { describeRelating } from './relating.js';
import { describeShowing } from './showing.js';
import { type Skip, testFeatures } from './skips.js';
import { createSubject, type EngineFactory, type EngineFeature, type Subject } from './subject.js';

/** @param skips what the engine cannot do */
export const describeSearchEngine = (
  name: string,
  createEngine: EngineFactory,
  skips: readonly Skip<EngineFeature>[] = [],
): void => {
  describe(`${name}, as every engine,`, () => {
    let opened: Subject | undefined;
    beforeAll(async () => {
      opened = await createSubject(createEngine);
    });
    const subject = (): Subject => {
      if (opened === undefined) throw new Error('the engine is not open yet');
      return opened;
    };

    describeFinding(subject, testFeatures(skips));
    describeAsking(subject, testFeatures(skips));
    describeCountingAndSorting(subject);
    describeShowing(subject);
    describeRelating(subject);
    describeHoldingUp(subject);
  });
};
