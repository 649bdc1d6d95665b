import type { Draft } from '../../mentions/mention-builder.ts';
import type { Candidate, Scene } from '../context.ts';
import type { Entity } from '../entity.ts';
import type { Trace } from '../mention-history.ts';
import type { RoleMatch } from '../role-index.ts';

/** So many entities are weighed for one mention, no more. */
const MAX_CANDIDATES = 14;
/** So many sentences back they are looked for. */
const REACH = 10;

/** The entities that fit: those mentioned of late, the last first, then those who are so described anywhere. */
export function candidatesFor(
  scene: Scene,
  one: Draft,
  fits: (entity: Entity) => boolean,
  matches: ReadonlyMap<Entity, RoleMatch> = new Map(),
): Candidate[] {
  const events = new Map<Entity, { last: Trace; spoke: boolean; acted: boolean }>();
  const beat = scene.beats[one.sentence] ?? 0;
  const mayBe = (entity: Entity): boolean =>
    fits(entity) && !(one.gender && entity.gender && entity.gender !== one.gender);
  for (const event of scene.recall.before(one.from)) {
    if (beat - event.beat >= REACH) break;
    if ((event.quoted && !one.quoted) || !mayBe(event.entity)) continue;
    const known = events.get(event.entity);
    const acted = event.subject || event.spoke;
    if (!known) {
      if (events.size >= MAX_CANDIDATES) break;
      events.set(event.entity, { last: event, spoke: event.spoke, acted });
    } else if (beat - event.beat < 3) {
      known.spoke ||= event.spoke;
      known.acted ||= acted;
    }
  }
  const found = [...events].map(([entity, { last, spoke, acted }], rank): Candidate => {
    return { entity, last, rank, spoke, acted, match: matches.get(entity) };
  });
  for (const [entity, match] of matches) {
    if (events.has(entity) || !mayBe(entity)) continue;
    found.push({ entity, last: undefined, rank: found.length, spoke: false, acted: false, match });
  }
  return found;
}
