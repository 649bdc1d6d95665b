import type { Found } from '../attributions/attribution-span.ts';
import type { Unit } from '../attributions/units.ts';
import type { Scene } from '../coreference/context.ts';
import type { Entity } from '../coreference/entity.ts';
import { chooseMentions } from '../coreference/sources/match-sources.ts';
import type { Reading } from '../normalise.ts';

/** An article with everything that is asked of it while sources are ranked. */
export interface ArticleContext {
  readonly reading: Reading;
  readonly units: readonly Unit[];
  readonly scene: Scene;
  readonly found: readonly Found[];
  /** By attribution: the mention that its own source names. */
  readonly sourceMentions: readonly (number | undefined)[];
  /** By unit: the mentions in it outside quotation marks. */
  readonly mentions: readonly (readonly number[])[];
  /** By unit: the attributions in it that have a cue. */
  readonly cued: readonly (readonly Found[])[];
  /** How many cues have an entity for their subject. */
  readonly timesCued: ReadonlyMap<Entity, number>;
}

export function contextOf(
  reading: Reading,
  units: readonly Unit[],
  scene: Scene,
  found: readonly Found[],
): ArticleContext {
  const sourceMentions = chooseMentions(
    scene.tokens,
    scene.drafts,
    found.map(({ source, content }) => (source ? { span: source, content } : { content })),
  );
  const cued = units.map((): Found[] => []);
  const timesCued = new Map<Entity, number>();
  found.forEach((attribution, index) => {
    if (!attribution.cue) return;
    cued[attribution.unit]?.push(attribution);
    const entity = scene.resolved[sourceMentions[index] ?? -1];
    if (entity) timesCued.set(entity, (timesCued.get(entity) ?? 0) + 1);
  });
  return { reading, units, scene, found, sourceMentions, mentions: mentionsByUnit(units, scene), cued, timesCued };
}

function mentionsByUnit(units: readonly Unit[], { drafts }: Scene): number[][] {
  const byUnit = units.map((): number[] => []);
  const order = [...drafts.keys()].sort((a, b) => (drafts[a]?.core.start ?? 0) - (drafts[b]?.core.start ?? 0));
  let at = 0;
  for (const index of order) {
    const mention = drafts[index];
    if (!mention || mention.quoted) continue;
    while (at < units.length - 1 && mention.core.start >= (units[at]?.span.end ?? 0)) at += 1;
    if (mention.core.start >= (units[at]?.span.start ?? 0)) byUnit[at]?.push(index);
  }
  return byUnit;
}

/** The number of the unit in which an offset lies, by halving. */
export function unitAt(units: readonly Unit[], offset: number): number {
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((units[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first token of a unit that starts at an offset or behind it, by halving. */
export function tokenAt({ tokens }: Unit, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
