/**
 * What an engine cannot do, by name and with the reason. Its tests must fail, so that no skip stays that is not needed.
 * @module
 */
import { it } from 'vitest';

export interface Skip<Feature extends string> {
  readonly feature: Feature;
  /** Why the engine cannot. */
  readonly reason: string;
}

/** Declares a test of what an engine may be unable to do. */
export type TestFeature<Feature extends string> = (
  feature: Feature,
  title: string,
  run: () => Promise<void>,
) => void;

export const testFeatures =
  <Feature extends string>(skips: readonly Skip<Feature>[]): TestFeature<Feature> =>
  (feature, title, run) => {
    const skip = skips.find((known) => known.feature === feature);
    if (skip === undefined) it(title, run);
    else it.fails(`not: ${title} (${skip.reason})`, run);
  };
