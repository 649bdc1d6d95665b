import type { MentionDraft } from '../../mentions/mention-builder.ts';
import type { Candidate, CoreferenceContext } from '../context.ts';
import type { Entity } from '../entity.ts';
import type { MentionEvent } from '../mention-history.ts';
import type { RoleMatch } from '../role-index.ts';

/** The most candidates for a mention. */
const MAX_CANDIDATES = 14;
/** How many sentences back candidates are searched. */
const WINDOW = 10;

/** The entities that fit: recently mentioned ones, the last first, then those with a matching description. */
export function candidatesFor(
  coreference: CoreferenceContext,
  mention: MentionDraft,
  fits: (entity: Entity) => boolean,
  matches: ReadonlyMap<Entity, RoleMatch> = new Map(),
): Candidate[] {
  const events = new Map<Entity, { last: MentionEvent; spoke: boolean; acted: boolean }>();
  const narrationIndex = coreference.narrationIndexes[mention.sentence] ?? 0;
  const isPossible = (entity: Entity): boolean =>
    fits(entity) && !(mention.gender && entity.gender && entity.gender !== mention.gender);
  for (const event of coreference.history.before(mention.from)) {
    if (narrationIndex - event.narrationIndex >= WINDOW) break;
    if ((event.quoted && !mention.quoted) || !isPossible(event.entity)) continue;
    const known = events.get(event.entity);
    const acted = event.subject || event.spoke;
    if (!known) {
      if (events.size >= MAX_CANDIDATES) break;
      events.set(event.entity, { last: event, spoke: event.spoke, acted });
    } else if (narrationIndex - event.narrationIndex < 3) {
      known.spoke ||= event.spoke;
      known.acted ||= acted;
    }
  }
  const found = [...events].map(([entity, { last, spoke, acted }], rank): Candidate => {
    return { entity, last, rank, spoke, acted, match: matches.get(entity) };
  });
  for (const [entity, match] of matches) {
    if (events.has(entity) || !isPossible(entity)) continue;
    found.push({ entity, last: undefined, rank: found.length, spoke: false, acted: false, match });
  }
  return found;
}
