import type { Attribution, AttributionKind, Stance } from '#core/attribution';
import type { Position } from '#core/position';
import { totalLength } from '#core/span';
import type { Speaker } from '#core/speaker';

/** An attribution whose speaker is known. */
interface NamedAttribution {
  readonly attribution: Attribution;
  readonly speaker: Speaker;
}

/**
 * Where everybody stands: all of a side's positions together, the side with most evidence first; in a side the
 * speaker with most evidence first; of a speaker what is more than stating first. Whose words are unknown are left
 * out; somebody without a side is their own.
 */
export function positionsOf(attributions: readonly Attribution[]): Position[] {
  const held = attributions.flatMap((attribution): NamedAttribution[] =>
    attribution.speaker.kind === 'named' ? [{ attribution, speaker: attribution.speaker.speaker }] : [],
  );
  return largestFirst(groups(held, ({ speaker }) => sideOf(speaker))).flatMap((side) =>
    largestFirst(groups(side, ({ speaker }) => speaker.id)).flatMap((one) => positionsOfSpeaker(one)),
  );
}

const sideOf = (speaker: Speaker): string => speaker.side ?? speaker.name;

function positionsOfSpeaker(held: readonly NamedAttribution[]): Position[] {
  return largestFirst(groups(held, ({ attribution }) => attribution.stance))
    .flatMap((same): Position[] => {
      const [first] = same;
      if (!first) return [];
      const { speaker, attribution } = first;
      const evidence = same.map((one) => one.attribution).sort(byFirmness);
      return [{ side: sideOf(speaker), speaker, stance: attribution.stance, evidence }];
    })
    .sort((a, b) => lateness(a.stance) - lateness(b.stance));
}

/** In the order in which the groups are first met. */
function groups(held: readonly NamedAttribution[], keyOf: (item: NamedAttribution) => string): NamedAttribution[][] {
  const found = new Map<string, NamedAttribution[]>();
  for (const item of held) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return [...found.values()];
}

/** Sorting is stable: of groups of one size the one met first stays first. */
const largestFirst = (all: NamedAttribution[][]): NamedAttribution[][] => all.sort((a, b) => b.length - a.length);

/** Saying something, and saying nothing, come after everything that takes a stand. */
const WEAKEST: readonly Stance[] = ['states', 'declines'];
const lateness = (stance: Stance): number => WEAKEST.indexOf(stance) + 1;

const FIRMNESS: Readonly<Record<AttributionKind, number>> = { direct: 0, mixed: 1, indirect: 2 };

/** Own words before a paraphrase, with a verb before without, the longer first, then as in the text. */
function byFirmness(a: Attribution, b: Attribution): number {
  return (
    FIRMNESS[a.kind] - FIRMNESS[b.kind] ||
    Number(b.cue.length > 0) - Number(a.cue.length > 0) ||
    totalLength(b.content) - totalLength(a.content) ||
    startOf(a) - startOf(b)
  );
}

const startOf = ({ content, sentences }: Attribution): number => content[0]?.start ?? sentences.start;
