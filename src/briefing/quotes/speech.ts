import { hashAll } from '../models/hash.ts';
import { lazyModel, type ModelFile } from '../models/model.ts';
import { probability } from '../models/score.ts';
import weights from '../models/weights/speech.json' with { type: 'json' };
import { isNamed, isTitle } from './naming-features.ts';
import { type QuotedSite, speechFeatures } from './speech-features.ts';

const model = lazyModel(weights satisfies ModelFile);

/** Decides whether the words between two marks are quoted speech: with the model, or with labels. */
export type IsSpeech = (site: QuotedSite) => boolean;

/** The minimum probability of speech; quotations of ten words or more are nearly always speech. */
const THRESHOLD = 0.82;
const THRESHOLD_LONG = 0.5;
const LONG = /(?:\S+\s+){9}\S/;

/**
 * Returns whether the words between two marks are quoted speech or writing, not titles, nicknames, terms or markup.
 *
 * He was singing “American Skin” on “The Late Show.”
 *                 ^^^^^^^^^^^^^      ^^^^^^^^^^^^^^  titles
 */
export const isSpeech: IsSpeech = (site) => {
  const { reading, quote } = site;
  if (isNamed(reading, quote)) return false;
  if (isCertain(site)) return true;
  return probability(model(), hashesOfSite(site)) >= (isLong(reading, quote) ? THRESHOLD_LONG : THRESHOLD);
};

/** The same without the model: quotations with a cue, and long ones. */
export const isSpeechByRule: IsSpeech = (site) => {
  const { reading, quote, attribution } = site;
  if (isNamed(reading, quote)) return false;
  return attribution !== undefined || isCertain(site) || isLong(reading, quote);
};

const isLong = ({ text }: QuotedSite['reading'], { inner }: QuotedSite['quote']): boolean =>
  LONG.test(text.slice(inner.start, Math.min(inner.end, inner.start + 400)));

/**
 * Text after a colon, across paragraphs, in a turn of a transcript, as a whole paragraph, or before “he said” is speech
 * regardless of its length.
 */
export const isCertain = (site: QuotedSite): boolean => {
  const { quote, followsColon } = site;
  const isOpen = quote.continues || !quote.closed || quote.inner.start === quote.outer.start;
  return followsColon || isOpen || isParagraph(site) || opensSentence(site);
};

/** “We cannot go on.” as a paragraph of its own; a heading in quotation marks has no mark at its end, or capitals. */
const isParagraph = ({ reading: { text, parts }, quote: { outer, inner, part } }: QuotedSite): boolean => {
  const { kind, span } = parts[part] ?? {};
  if (kind !== 'paragraph' || span?.start !== outer.start || span.end > outer.end + 1) return false;
  return /[.?!…]/.test(text.charAt(inner.end - 1)) && !isTitle(text.slice(inner.start, inner.end).split(/\s+/, 12));
};

/** “Of course,” Ann Roe said, … */
const opensSentence = ({ reading, quote, at, attribution }: QuotedSite): boolean =>
  at === 0 && attribution?.rule === 'quotation before' && reading.text[quote.inner.end - 1] === ',';

export const hashesOfSite = (site: QuotedSite): Int32Array => hashAll(speechFeatures(site));
