import type { Attribution, AttributionKind, Stance } from '#core/attribution';
import type { Position } from '#core/position';
import { totalLength } from '#core/span';
import type { Speaker } from '#core/speaker';
import { isPosition } from './is-position.ts';
import { wordsOf } from './words.ts';

/** An attribution whose speaker is known. */
interface NamedAttribution {
  readonly attribution: Attribution;
  readonly speaker: Speaker;
}

/**
 * All positions, grouped by side, the firmest first, within sides and among them. A mere statement of fact is no
 * position, nor is a statement whose speaker is uncertain; a speaker without a side forms their own.
 *
 * @param text what the spans point into.
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

/** Whether it is only the headline of what the story tells of the same side. */
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

/** In the order in which the groups are first met. */
const groups = (
  named: readonly NamedAttribution[],
  keyOf: (item: NamedAttribution) => string,
): readonly (readonly NamedAttribution[])[] => [...Map.groupBy(named, keyOf).values()];

/** How firm a position each stance expresses. */
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

/** Sorting is stable: of groups equally firm the larger comes first, then the one met first. */
const firmestFirst = (all: readonly (readonly NamedAttribution[])[]): readonly (readonly NamedAttribution[])[] =>
  all.toSorted((a, b) => firmnessOf(b) - firmnessOf(a) || b.length - a.length);

const firmnessOf = (group: readonly NamedAttribution[]): number =>
  group.reduce((most, { attribution }) => Math.max(most, FIRMNESS[attribution.stance]), 0);

const KIND_ORDER: Readonly<Record<AttributionKind, number>> = { direct: 0, mixed: 1, indirect: 2 };
/** Longer words than this are no line to be taken in. */
const MAX_LENGTH = 220;

/** What can be read in a line before what cannot, own words before a paraphrase, then as in the text. */
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
