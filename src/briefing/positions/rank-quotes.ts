import type { Attribution, Stance } from '#core/attribution';
import type { Span } from '#core/span';

/** The penalties for each further quotation of the same speaker and of the same side. */
const REPEATED_SPEAKER_PENALTY = 1.5;
const REPEATED_SIDE_PENALTY = 0.25;
/** Shorter quotations are fragments, which need their sentence to be understood. */
const MIN_WORDS = 3;

/** Stances preferred by editors: conflicts, threats and promises come before remarks. */
const WEIGHT: Readonly<Partial<Record<Stance, number>>> = { states: 0, declines: 0.5, considers: 1.5, predicts: 1.5 };
const STAND = 2;

/**
 * The attributions with quoted words, ranked as an editor would choose them: a known speaker takes a
 * stand, in full sentences of readable length, early in the story; other speakers come before a second quotation of
 * the same speaker. Fragments come last.
 */
export function rankQuotes(attributions: readonly Attribution[], textOf: (span: Span) => string): Attribution[] {
  const last = attributions.reduce((most, { paragraph }) => Math.max(most, paragraph), 1);
  const ranked = attributions
    .filter(({ quoted }) => quoted.length > 0)
    .map((attribution) => ({ attribution, weight: weightOf(attribution, textOf, last) }));
  return penaliseRepeats(
    penaliseRepeats(ranked, speakerOf, REPEATED_SPEAKER_PENALTY),
    sideOf,
    REPEATED_SIDE_PENALTY,
  ).map(({ attribution }) => attribution);
}

interface Ranked {
  readonly attribution: Attribution;
  readonly weight: number;
}

function weightOf(attribution: Attribution, textOf: (span: Span) => string, lastParagraph: number): number {
  const text = attribution.quoted.map(textOf).join(' ');
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const early = 1 - attribution.paragraph / (lastParagraph + 1);
  return (
    (attribution.speaker.kind === 'named' ? 3 : -3) +
    (attribution.kind === 'direct' ? 1.5 : 0) +
    (WEIGHT[attribution.stance] ?? STAND) +
    lengthWeight(words) +
    (attribution.paragraph === 0 ? 0 : early * 1.5) +
    (DANGLES.test(text) ? -1 : 0) +
    (words < MIN_WORDS ? -20 : 0)
  );
}

/** “It is,” “That was …”: refers to preceding text. */
const DANGLES = /^\W{0,3}(?:it|that|this|these|those|they|he|she|him|yes|no|so|because|and|but|or)\b/i;

/** One or two sentences are the most readable. */
function lengthWeight(words: number): number {
  if (words < 6) return -1.5;
  if (words < 10) return 0.5;
  if (words <= 45) return 1.5;
  return words <= 80 ? 0 : -1.5;
}

/** Sorts by weight, with a penalty for each further attribution of a group. */
function penaliseRepeats(
  ranked: readonly Ranked[],
  groupOf: (attribution: Attribution) => string,
  penalty: number,
): Ranked[] {
  const seen = new Map<string, number>();
  return [...ranked]
    .sort(heaviestFirst)
    .map(({ attribution, weight }) => {
      const group = groupOf(attribution);
      const before = seen.get(group) ?? 0;
      seen.set(group, before + 1);
      return { attribution, weight: weight - before * penalty };
    })
    .sort(heaviestFirst);
}

/** Sorting is stable: equal weights keep their text order. */
const heaviestFirst = (a: Ranked, b: Ranked): number => b.weight - a.weight;

const speakerOf = ({ speaker, id }: Attribution): string => (speaker.kind === 'named' ? speaker.speaker.id : `?${id}`);

function sideOf({ speaker, id }: Attribution): string {
  return speaker.kind === 'named' ? (speaker.speaker.side ?? speaker.speaker.name) : `?${id}`;
}
