import { hashAll } from '../models/hash.ts';
import { lazyModel, type ModelFile } from '../models/model.ts';
import { probability } from '../models/score.ts';
import weights from '../models/weights/speech.json' with { type: 'json' };
import { isNamed } from './naming-features.ts';
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

/** Text after a colon, across paragraphs, or in a turn of a transcript is speech regardless of its length. */
export const isCertain = ({ quote, followsColon }: QuotedSite): boolean =>
  followsColon || quote.continues || !quote.closed || quote.inner.start === quote.outer.start;

export const hashesOfSite = (site: QuotedSite): Int32Array => hashAll(speechFeatures(site));
