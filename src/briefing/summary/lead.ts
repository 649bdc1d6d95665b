import { KNOWN_THING } from '../words/back-references.ts';

/** The minimum score difference for a later passage to replace the first as the lead. */
const MIN_MARGIN = 1;
/** Without a headline to confirm the subject, the first sentence has a higher margin. */
const MIN_MARGIN_UNTITLED = 1.6;
/** A first sentence with this share of the headline’s words gives the news of the headline. */
const TELLS_HEADLINE = 0.35;
/** A passage that replaces it has so much more of the headline. */
const MIN_TITLE_GAIN = 0.2;
/** The minimum news score: a sentence with at least one sign of news. */
const NEWS = 0.5;
/** If a story opens with a scene, its main point is within this number of passages. */
const NUT_GRAF_LIMIT = 16;
/** The weight of the key point model's score relative to the signs of news. */
const SCORE_WEIGHT = 0.8;
/** The penalty per position: news comes first. */
const STEP = 0.08;

/** A candidate for the lead. */
export interface LeadCandidate {
  readonly index: number;
  readonly text: string;
  /** The numbers of sentences and words. */
  readonly sentences: number;
  readonly words: number;
  /** The share of the headline's words in it, from 0 to 1. */
  readonly title: number;
  /** Whether most of it is a quotation. */
  readonly isQuotation: boolean;
  /** The score of the key point model. */
  readonly score: number;
}

/** The minimum and maximum number of words of a lead. */
const MIN_WORDS = 6;
const MAX_WORDS = 70;

/** Features of a sentence that indicate news, or a scene, a truism or an address to the reader. */
const SIGNS: readonly (readonly [pattern: RegExp, worth: number])[] = [
  [
    /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|this (?:week|month|weekend)|last (?:week|night))\b/,
    0.5,
  ],
  [
    /\b(?:announced?|confirmed|received|hosted|inaugurated|unveiled|issued|filed|honou?red|ruled|approved|voted|signed|launched|released|agreed|warned|charged|accused|arrested|killed|died|burnt|burned|destroyed|collapsed|crashed|sued|jailed|detained|evacuated|considering|won|beat|found|revealed|said|says|opened|banned|rejected|ordered|called|urged|told|resigned|elected|appointed|inaugurated|raised|cut|fell|rose|hit|will|ha(?:s|ve) (?:(?:not|now|again|\w+ly) )?(?:\w+ed|become|been|begun|bought|broken|brought|caught|chosen|come|driven|fallen|fled|found|given|gone|grown|held|hit|kept|led|left|lost|made|met|paid|put|quit|risen|seen|sent|set|shown|sold|sought|spoken|stolen|struck|sworn|taken|thrown|told|withdrawn|won|written))\b/,
    0.5,
  ],
  [/[\p{L},] \p{Lu}\p{L}+/u, 0.4],
  [/\d/, 0.2],
  [/\b(?:according to|took part|took place|more than [\d,.]+ (?:people|\w+))\b/i, 0.4],
  [/\?/, -1.5],
  [/^(?:Imagine|Remember|Picture|Meet|Welcome|Think|Let|Ever|If you|When you|It was (?:a|the|just)|Once upon)\b/, -0.8],
  [/^(?:When|As|After|Before) \p{Lu}[^,]{4,200}, (?:he|she|they)\b/u, -1],
  // “Though they fell short, …”: nothing before it tells who.
  [/^(?:Though|Although|While|Even though|Despite) (?:he|she|they|it|his|her|their|its)\b/, -1.2],
  // “Ana Berg, 38, is the master of the harbour”: who a person is, not what happened.
  [/^\p{Lu}[^,.]{2,60},? (?:(?:aged )?\d{1,3}, )?(?:is|was) (?:the|an?|one of) /u, -0.7],
  [/^\p{Lu}[^,.]{2,60}, (?:aged )?\d{1,3}, (?:is|was) /u, -0.8],
  [/^There (?:is|are|will be)\b|\balso\b/, -0.4],
  // What is further, or happens meanwhile, is told of something else.
  [/^(?:Meanwhile|Further|Additional|Other|Another|But|And)\b/, -0.8],
  [/\b(?:I|my|we|our|you|your|us)\b/, -0.6],
  [
    /\b(?:undeniably|as we all|of course|no secret|it is (?:often|said|known)|for (?:many|most) people|went beyond|in a bad way|more than just)\b/i,
    -0.8,
  ],
];

/** Days, actions and numbers: a sentence without any of them sets a scene. */
const NEWS_SIGNS = SIGNS.filter(([, worth]) => worth >= 0.5 || worth === 0.2);

/**
 * Selects the lead: the first passage, unless the story opens with a scene and states its main point later.
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
  // Without a headline to confirm the subject, a first sentence with news is accepted.
  if (!hasTitle && newsIn(first) >= NEWS) return first;
  const telling = first.title < TELLS_HEADLINE ? 0 : first.title + MIN_TITLE_GAIN;
  const best = others
    .filter(({ title }) => title >= telling)
    .reduce((a, b) => (worthOf(b) > worthOf(a) ? b : a), first);
  return worthOf(best) > worthOf(first) + (hasTitle ? MIN_MARGIN : MIN_MARGIN_UNTITLED) ? best : first;
}

/** “Frustrated Parents Rally Nationwide”: a headline among the story’s sentences. */
export function isHeadlineCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return words.length >= 4 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Returns whether a passage contains news rather than a scene. */
export const tellsNews = (passage: LeadCandidate): boolean => newsIn(passage) + STEP * passage.index > 0.4;

const worthOf = (passage: LeadCandidate): number => newsIn(passage) + SCORE_WEIGHT * passage.score;

function newsIn({ text, index, title, isQuotation, words }: LeadCandidate): number {
  const known = KNOWN_THING.test(text) ? -0.5 : 0;
  const scene = NEWS_SIGNS.some(([pattern]) => pattern.test(text)) ? 0 : -0.4;
  const signs = SIGNS.reduce((sum, [pattern, worth]) => sum + (pattern.test(text) ? worth : 0), 0);
  return signs + known + scene + 2 * title - (isQuotation ? 0.8 : 0) - (words < 9 ? 0.4 : 0) - STEP * index;
}
