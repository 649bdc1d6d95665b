import type { Unit } from '../attributions/units.ts';
import type { UnresolvedAttribution } from '../attributions/unresolved-attribution.ts';
import type { CoreferenceContext } from '../coreference/context.ts';
import type { Entity } from '../coreference/entity.ts';
import { chooseMentions } from '../coreference/sources/match-sources.ts';
import type { Reading } from '../normalise.ts';

/** The data of an article that ranking its sources needs. */
export interface ArticleContext {
  readonly reading: Reading;
  readonly units: readonly Unit[];
  readonly coreference: CoreferenceContext;
  readonly attributions: readonly UnresolvedAttribution[];
  /** For each attribution, the mention of its own source. */
  readonly sourceMentions: readonly (number | undefined)[];
  /** For each unit, its mentions outside quotation marks. */
  readonly mentions: readonly (readonly number[])[];
  /** For each unit, its attributions with a cue. */
  readonly cued: readonly (readonly UnresolvedAttribution[])[];
  /** How often each entity is the subject of a cue. */
  readonly timesCued: ReadonlyMap<Entity, number>;
}

export function contextOf(
  reading: Reading,
  units: readonly Unit[],
  coreference: CoreferenceContext,
  attributions: readonly UnresolvedAttribution[],
): ArticleContext {
  const sourceMentions = chooseMentions(
    coreference.tokens,
    coreference.mentions,
    attributions.map(({ source, content }) => (source ? { span: source, content } : { content })),
  );
  const cued = units.map((): UnresolvedAttribution[] => []);
  const timesCued = new Map<Entity, number>();
  attributions.forEach((attribution, index) => {
    if (!attribution.cue) return;
    cued[attribution.unitNumber]?.push(attribution);
    const entity = coreference.resolved[sourceMentions[index] ?? -1];
    if (entity) timesCued.set(entity, (timesCued.get(entity) ?? 0) + 1);
  });
  return {
    reading,
    units,
    coreference,
    attributions: attributions,
    sourceMentions,
    mentions: mentionsByUnit(units, coreference),
    cued,
    timesCued,
  };
}

function mentionsByUnit(units: readonly Unit[], { mentions }: CoreferenceContext): number[][] {
  const byUnit = units.map((): number[] => []);
  const order = [...mentions.keys()].sort((a, b) => (mentions[a]?.core.start ?? 0) - (mentions[b]?.core.start ?? 0));
  let at = 0;
  for (const index of order) {
    const mention = mentions[index];
    if (!mention || mention.quoted) continue;
    while (at < units.length - 1 && mention.core.start >= (units[at]?.span.end ?? 0)) at += 1;
    if (mention.core.start >= (units[at]?.span.start ?? 0)) byUnit[at]?.push(index);
  }
  return byUnit;
}

/** The index of the unit that contains an offset, by binary search. */
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

/** The first token of a unit that starts at or after an offset, by binary search. */
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
