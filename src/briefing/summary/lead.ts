import { KNOWN_THING } from '../words/back-references.ts';

/** How much more another passage must tell than the first to be what is new. */
const MIN_MARGIN = 1;
/** Where no headline tells what the story is about, its first sentence is trusted further. */
const MIN_MARGIN_UNTITLED = 1.6;
/** A sentence of so much worth tells news by at least one sign. */
const NEWS = 0.5;
/** The point of a story that opens with a scene stands among these. */
const NUT_GRAF_LIMIT = 16;
/** How much it counts that editors’ summaries rest on such passages, beside the signs of news. */
const SCORE_WEIGHT = 0.8;
/** What each passage further down loses: news stands at the top. */
const STEP = 0.08;

/** A passage that may tell what is new. */
export interface LeadCandidate {
  readonly index: number;
  readonly text: string;
  /** How many sentences it takes, and how many words. */
  readonly sentences: number;
  readonly words: number;
  /** How much of the headline is in it, from 0 to 1. */
  readonly title: number;
  /** Whether most of it is a quotation. */
  readonly isQuotation: boolean;
  /** How much it tells of the story, by the model of key points. */
  readonly score: number;
}

/** Fewer words tell no news, more are no one sentence to be taken in. */
const MIN_WORDS = 6;
const MAX_WORDS = 70;

/** Features of a sentence that indicate news, or a scene, a truism or an address to the reader. */
const SIGNS: readonly (readonly [pattern: RegExp, worth: number])[] = [
  [
    /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|this (?:week|month|weekend)|last (?:week|night))\b/,
    0.5,
  ],
  [
    /\b(?:announced?|confirmed|ruled|approved|voted|signed|launched|released|agreed|warned|charged|accused|arrested|killed|died|won|beat|found|revealed|said|says|opened|banned|rejected|ordered|called|urged|told|resigned|elected|appointed|inaugurated|raised|cut|fell|rose|hit|will|ha(?:s|ve) (?:(?:not|now|again|\w+ly) )?(?:\w+ed|become|been|begun|broken|fallen|found|given|grown|hit|left|lost|made|put|risen|seen|sent|set|shown|struck|taken|won))\b/,
    0.5,
  ],
  [/[\p{L},] \p{Lu}\p{L}+/u, 0.4],
  [/\d/, 0.2],
  [/\b(?:according to|took part|took place|more than [\d,.]+ (?:people|\w+))\b/i, 0.4],
  [/\?/, -1.5],
  [/^(?:Imagine|Remember|Picture|Meet|Welcome|Think|Let|Ever|If you|When you|It was (?:a|the|just)|Once upon)\b/, -0.8],
  [/^(?:When|As|After|Before) \p{Lu}[^,]{4,200}, (?:he|she|they)\b/u, -1],
  [/^There (?:is|are|will be)\b|\balso\b/, -0.4],
  [/\b(?:I|my|we|our|you|your|us)\b/, -0.6],
  [
    /\b(?:undeniably|as we all|of course|no secret|it is (?:often|said|known)|for (?:many|most) people|went beyond|in a bad way|more than just)\b/i,
    -0.8,
  ],
];

/** Days, deeds and figures: a sentence without any of them sets a scene. */
const NEWS_SIGNS = SIGNS.filter(([, worth]) => worth >= 0.5 || worth === 0.2);

/**
 * What tells what is new: the first passage, unless the story opens with a scene and comes to its point later.
 *
 * Tariffs on batteries will double in May, the ministry said …      → this
 * It was still dark when Ana opened her stall. … Tariffs will double → the second
 */
export function chooseLead<Passage extends LeadCandidate>(
  candidates: readonly Passage[],
  hasTitle = true,
): Passage | undefined {
  const fit = candidates.filter(
    ({ sentences, words, text }) =>
      sentences === 1 && words >= MIN_WORDS && words <= MAX_WORDS && !isHeadlineCase(text),
  );
  const [first, ...others] = (fit.length > 0 ? fit : candidates).slice(0, NUT_GRAF_LIMIT);
  if (!first) return undefined;
  // Where no headline confirms what the story is about, a first sentence that tells news is trusted.
  if (!hasTitle && newsIn(first) >= NEWS) return first;
  const best = others.reduce((a, b) => (worthOf(b) > worthOf(a) ? b : a), first);
  return worthOf(best) > worthOf(first) + (hasTitle ? MIN_MARGIN : MIN_MARGIN_UNTITLED) ? best : first;
}

/** “Frustrated Parents Rally Nationwide”: a headline that stands among the story’s sentences. */
export function isHeadlineCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return words.length >= 4 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Whether a passage tells news at all, rather than set a scene. */
export const tellsNews = (passage: LeadCandidate): boolean => newsIn(passage) + STEP * passage.index > 0.4;

const worthOf = (passage: LeadCandidate): number => newsIn(passage) + SCORE_WEIGHT * passage.score;

function newsIn({ text, index, title, isQuotation, words }: LeadCandidate): number {
  const known = KNOWN_THING.test(text) ? -0.5 : 0;
  const scene = NEWS_SIGNS.some(([pattern]) => pattern.test(text)) ? 0 : -0.4;
  const signs = SIGNS.reduce((sum, [pattern, worth]) => sum + (pattern.test(text) ? worth : 0), 0);
  return signs + known + scene + 2 * title - (isQuotation ? 0.8 : 0) - (words < 9 ? 0.4 : 0) - STEP * index;
}
