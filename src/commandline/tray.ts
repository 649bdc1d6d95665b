import type { Entry, Shelf } from '#core/shelf';
import { shortOf } from '#core/short';

/** As many texts as are kept, the oldest going first: a busy day's worth, in a few megabytes. */
const MOST = 200;

/** What people have handed in, each place's own. It lasts as long as the process does. */
export interface Tray {
  /** @returns the id that the text is asked for by; the same text in the same place has the same. */
  keep(entry: Entry, place: string): string;
  /** The shelf with the place's own texts beside it: found by their id only, never listed. */
  over(shelf: Shelf, place: string): Shelf;
}

export function makeTray(): Tray {
  const kept = new Map<string, Entry>();
  const key = (place: string, id: string): string => `${place}\n${id}`;
  return {
    keep(entry, place) {
      const id = `msg-${shortOf(entry.article.text).slice(1)}`;
      kept.delete(key(place, id));
      kept.set(key(place, id), withId(entry, id));
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST) break;
        kept.delete(oldest);
      }
      return id;
    },
    over: (shelf, place) => ({
      entries: () => shelf.entries(),
      faults: () => shelf.faults(),
      find: (query) => kept.get(key(place, query)) ?? shelf.find(query),
    }),
  };
}

function withId({ article, briefing }: Entry, id: string): Entry {
  const named = { ...article, id };
  return { article: named, briefing: { ...briefing, article: named } };
}
