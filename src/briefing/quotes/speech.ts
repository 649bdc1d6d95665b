import { hashOf } from '../models/hash.ts';
import { lazyModel, type ModelFile } from '../models/model.ts';
import { probability } from '../models/score.ts';
import weights from '../models/weights/speech.json' with { type: 'json' };
import { isNamed } from './naming-features.ts';
import { type QuotedSite, speechFeatures } from './speech-features.ts';

const model = lazyModel(weights satisfies ModelFile);

/** Decides whether the words between two marks are quoted speech: by the model, or by labels. */
export type IsSpeech = (site: QuotedSite) => boolean;

/** From so likely on it is taken for speech; of ten words and more, hardly any are not. */
const THRESHOLD = 0.82;
const THRESHOLD_LONG = 0.5;
const LONG = /(?:\S+\s+){9}\S/;

/**
 * Whether the words between two marks are quoted speech or writing. Titles, nicknames, terms and markup are not.
 *
 * He was singing “American Skin” on “The Late Show.”
 *                 ^^^^^^^^^^^^^      ^^^^^^^^^^^^^^  titles
 */
export const isSpeech: IsSpeech = (site) => {
  const { reading, quote } = site;
  if (isNamed(reading, quote)) return false;
  if (isCertain(site)) return true;
  const isLong = LONG.test(reading.text.slice(quote.inner.start, Math.min(quote.inner.end, quote.inner.start + 400)));
  return probability(model(), hashesOfSite(site)) >= (isLong ? THRESHOLD_LONG : THRESHOLD);
};

/** What a colon announced, what runs on over paragraphs, and a turn of a transcript, is speech however short. */
export const isCertain = ({ quote, followsColon }: QuotedSite): boolean =>
  followsColon || quote.continues || !quote.closed || quote.inner.start === quote.outer.start;

export const hashesOfSite = (site: QuotedSite): Int32Array =>
  Int32Array.from(speechFeatures(site), (feature) => hashOf(feature));
