import type { Attribution, AttributionKind, Stance } from '#core/attribution';
import type { Position } from '#core/position';
import { totalLength } from '#core/span';
import type { Speaker } from '#core/speaker';
import { isPosition } from './is-position.ts';
import { wordsOf } from './words.ts';

/** An attribution with a known speaker. */
interface NamedAttribution {
  readonly attribution: Attribution;
  readonly speaker: Speaker;
}

/**
 * All positions, grouped by side, sorted by firmness within and between sides. Mere statements of fact and
 * statements with an uncertain speaker are excluded; a speaker without a side is a group of their own.
 *
 * @param text the text that the spans refer to.
 */
export function positionsOf(attributions: readonly Attribution[], text: string): Position[] {
  const all = attributions.flatMap((attribution): NamedAttribution[] =>
    attribution.speaker.kind === 'named' && isPosition(attribution, text)
      ? [{ attribution, speaker: attribution.speaker.speaker }]
      : [],
  );
  const named = all.filter((item) => !isHeadlineOf(item, all));
  return firmestFirst(groups(named, ({ speaker }) => sideOf(speaker))).flatMap((side) =>
    firmestFirst(groups(side, ({ speaker }) => speaker.id)).flatMap((speaker) => positionsOfSpeaker(speaker, text)),
  );
}

const sideOf = (speaker: Speaker): string => speaker.side ?? speaker.name;

/** Returns whether it is only the headline version of a statement of the same side in the story. */
const isHeadlineOf = ({ attribution, speaker }: NamedAttribution, all: readonly NamedAttribution[]): boolean =>
  attribution.paragraph === 0 &&
  all.some(
    (other) =>
      other.attribution.paragraph > 0 &&
      other.attribution.stance === attribution.stance &&
      sideOf(other.speaker) === sideOf(speaker),
  );

function positionsOfSpeaker(named: readonly NamedAttribution[], text: string): Position[] {
  return firmestFirst(groups(named, ({ attribution }) => attribution.stance)).flatMap((same): Position[] => {
    const [first] = same;
    if (!first) return [];
    const { speaker, attribution } = first;
    const evidence = same.map((item) => item.attribution).sort(byWeight);
    const words = wordsOf(evidence[0] ?? attribution, text);
    return [{ side: sideOf(speaker), speaker, stance: attribution.stance, evidence, words }];
  });
}

/** Groups in order of first occurrence. */
const groups = (
  named: readonly NamedAttribution[],
  keyOf: (item: NamedAttribution) => string,
): readonly (readonly NamedAttribution[])[] => [...Map.groupBy(named, keyOf).values()];

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
const firmestFirst = (all: readonly (readonly NamedAttribution[])[]): readonly (readonly NamedAttribution[])[] =>
  all.toSorted((a, b) => firmnessOf(b) - firmnessOf(a) || b.length - a.length);

const firmnessOf = (group: readonly NamedAttribution[]): number =>
  group.reduce((most, { attribution }) => Math.max(most, FIRMNESS[attribution.stance]), 0);

const KIND_ORDER: Readonly<Record<AttributionKind, number>> = { direct: 0, mixed: 1, indirect: 2 };
/** The maximum length of words shown in one line. */
const MAX_LENGTH = 220;

/** Words that fit a line first, quotations before paraphrases, then text order. */
function byWeight(a: Attribution, b: Attribution): number {
  return (
    Number(lengthOf(a) > MAX_LENGTH) - Number(lengthOf(b) > MAX_LENGTH) ||
    KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
    Number(b.cue.length > 0) - Number(a.cue.length > 0) ||
    startOf(a) - startOf(b)
  );
}

const lengthOf = ({ kind, quoted, content }: Attribution): number => totalLength(kind === 'direct' ? quoted : content);

const startOf = ({ content, sentences }: Attribution): number => content[0]?.start ?? sentences.start;
