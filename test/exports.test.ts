import { describe, expect, test } from 'vitest';
import * as browser from '../src/browser/index.js';
import * as lookback from '../src/index.js';
import * as indexer from '../src/indexer/index.js';
import * as minisearch from '../src/minisearch.js';
import * as server from '../src/server/index.js';

/** A name taken away breaks someone's program; a name added is a promise. */
describe('what each entry exports', () => {
  test('lookback', () => {
    expect(Object.keys(lookback).sort()).toEqual([
      'LookbackError',
      'createFileSource',
      'errorCatalogue',
      'facetNames',
      'indexFormatVersion',
      'openAllParts',
      'openIndex',
      'openLiveIndex',
      'parseParameters',
      'skipReasons',
      'sortOrders',
      'toQuery',
      'toSuggestQuery',
    ]);
  });

  test('lookback/indexer', () => {
    expect(Object.keys(indexer).sort()).toEqual(['buildIndex', 'loadConfig']);
  });

  test('lookback/server', () => {
    expect(Object.keys(server).sort()).toEqual(['createApp', 'startServer']);
  });

  test('lookback/browser', () => {
    expect(Object.keys(browser).sort()).toEqual(['LookbackError', 'openSearch']);
  });

  test('lookback/minisearch', () => {
    expect(Object.keys(minisearch).sort()).toEqual([
      'createAnalyzer',
      'createMiniSearchOptions',
      'toDocument',
    ]);
  });
});
