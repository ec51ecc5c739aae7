/**
 * The language of a text, where neither the post nor the site says it.
 * @module
 */
import { mayBeIn, toWrittenWith } from './language-scripts.js';

/** UTF-16 units looked at: more do not make the detector surer. */
const sampleLength = 2_000;
/** Letters below which a guess is worth little: the detector compares frequencies of letter groups. */
const minLetters = 24;

/**
 * The detector's tables take longer to load than a small site to read: they are not, where no text asks for them.
 * @returns a BCP 47 language such as `en`, or `undefined` where the text is too short or the detector not sure.
 */
export const detectLanguage = async (text: string): Promise<string | undefined> => {
  const sample = text.slice(0, sampleLength);
  const written = toWrittenWith(sample);
  const [only, ...others] = written.languages;
  if (only !== undefined && others.length === 0) return only;
  if (written.letters < minLetters) return undefined;
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(sample);
  // Letters say more than the detector, unless they are Latin: names and terms of any text are.
  const isPossible = written.latin || mayBeIn(written, result.language);
  if (result.language !== '' && result.isReliable() && isPossible) return result.language;
  // So many signs without kana among them are not Japanese.
  return only === 'zh' ? only : undefined;
};
