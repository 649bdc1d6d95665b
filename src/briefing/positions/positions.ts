import type { Attribution, AttributionKind, Stance } from '#core/attribution';
import type { Position } from '#core/position';
import { overlaps, type Span, totalLength } from '#core/span';
import type { Speaker } from '#core/speaker';
import { campsOf } from './camps.ts';
import { type Stand, standsOf } from './is-position.ts';
import { wordsOf } from './words.ts';

/**
 * All positions, grouped by camp, sorted by firmness within and between camps. Mere statements of fact and
 * statements with an uncertain speaker are excluded; a speaker without a camp is a group of their own.
 *
 * @param text the text that the spans refer to.
 */
export const positionsOf = (attributions: readonly Attribution[], text: string): Position[] =>
  groupPositions(standsOf(attributions, text), text);

/** Groups stands by side, speaker and stance. */
export function groupPositions(stands: readonly Stand[], text: string): Position[] {
  const campOf = campsOf(stands);
  const own = stands.filter((stand) => !isHeadlineOf(stand, stands, campOf));
  return firmestFirst(groups(own, ({ speaker }) => campOf(speaker))).flatMap((camp) =>
    withoutRepeats(
      firmestFirst(groups(camp, ({ speaker }) => speaker.id)).flatMap((named) =>
        positionsOfSpeaker(named, campOf, text),
      ),
    ),
  );
}

/** Of positions of one side in the same words, such as those of a country and of its ministry, the one with fewer words. */
const withoutRepeats = (positions: readonly Position[]): readonly Position[] =>
  positions.filter(
    ({ words: { span } }, index) =>
      !positions.some(
        ({ words: other }, at) =>
          at !== index && overlaps(span, other.span) && (sizeOf(other.span) - sizeOf(span) || at - index) < 0,
      ),
  );

const sizeOf = ({ start, end }: Span): number => end - start;

/** Returns whether it is only the headline version of a statement of the same side in the story. */
const isHeadlineOf = (
  { attribution, speaker }: Stand,
  all: readonly Stand[],
  campOf: (speaker: Speaker) => string,
): boolean =>
  attribution.paragraph === 0 &&
  all.some(
    (other) =>
      other.attribution.paragraph > 0 &&
      other.attribution.stance === attribution.stance &&
      campOf(other.speaker) === campOf(speaker),
  );

function positionsOfSpeaker(named: readonly Stand[], campOf: (speaker: Speaker) => string, text: string): Position[] {
  return firmestFirst(groups(named, ({ attribution }) => attribution.stance)).flatMap((same): Position[] => {
    const [first] = same;
    if (!first) return [];
    const { speaker, attribution } = first;
    const evidence = same.toSorted(byWeight).map((stand) => stand.attribution);
    const words = wordsOf(evidence[0] ?? attribution, text);
    return [{ side: campOf(speaker), speaker, stance: attribution.stance, evidence, words }];
  });
}

/** Groups in order of first occurrence. */
const groups = (named: readonly Stand[], keyOf: (item: Stand) => string): readonly (readonly Stand[])[] => [
  ...Map.groupBy(named, keyOf).values(),
];

/** The firmness of each stance. */
export const FIRMNESS: Readonly<Record<Stance, number>> = {
  opposes: 8,
  denies: 8,
  condemns: 7,
  demands: 7,
  supports: 7,
  pledges: 5,
  warns: 4,
  considers: 3,
  confirms: 2,
  predicts: 1,
  declines: 1,
  states: 0,
};

/** Sorting is stable: of equally firm groups, the larger comes first, then the first in the text. */
const firmestFirst = (all: readonly (readonly Stand[])[]): readonly (readonly Stand[])[] =>
  all.toSorted((a, b) => firmnessOf(b) - firmnessOf(a) || b.length - a.length);

const firmnessOf = (group: readonly Stand[]): number =>
  group.reduce((most, { attribution }) => Math.max(most, FIRMNESS[attribution.stance]), 0);

const KIND_ORDER: Readonly<Record<AttributionKind, number>> = { direct: 0, mixed: 1, indirect: 2 };
/** The maximum length of words shown in one line. */
const MAX_LENGTH = 220;

/** Words that fit a line first, then the clearest position, quotations before paraphrases, then text order. */
function byWeight(a: Stand, b: Stand): number {
  const [left, right] = [a.attribution, b.attribution];
  return (
    Number(lengthOf(left) > MAX_LENGTH) - Number(lengthOf(right) > MAX_LENGTH) ||
    Math.round((b.probability - a.probability) * CLARITY_STEPS) ||
    KIND_ORDER[left.kind] - KIND_ORDER[right.kind] ||
    Number(right.cue.length > 0) - Number(left.cue.length > 0) ||
    startOf(left) - startOf(right)
  );
}

/** Probabilities closer to each other than one step are the same. */
const CLARITY_STEPS = 2;

const lengthOf = ({ kind, quoted, content }: Attribution): number => totalLength(kind === 'direct' ? quoted : content);

const startOf = ({ content, sentences }: Attribution): number => content[0]?.start ?? sentences.start;
