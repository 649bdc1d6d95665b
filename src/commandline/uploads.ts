import type { Entry, Shelf } from '#core/catalog';
import { HANDED_IN, isHandedIn } from '#lookup';
import { shortOf } from '#text/short-id';

/** What is kept at most, the oldest going first. */
export interface Capacity {
  readonly texts: number;
  /** Of all texts together. */
  readonly characters: number;
}

/** A busy day's worth; with their briefings, some tens of megabytes. */
const USUAL: Capacity = { texts: 200, characters: 4_000_000 };

/** What people have handed in, each place's own. It lasts as long as the process does. */
export interface Tray {
  /** @returns the id that the text is asked for by; the same text in the same place has the same. */
  keep(entry: Entry, place: string): string;
  /** The shelf with the place's own texts beside it: found by their id only, never listed. */
  over(shelf: Shelf, place: string): Shelf;
}

/** An empty tray. The text that came last is kept, whatever its length. */
export function makeTray({ texts, characters }: Capacity = USUAL): Tray {
  const kept = new Map<string, Entry>();
  let held = 0;
  const key = (place: string, id: string): string => `${place}\n${id}`;

  const forget = (one: string): void => {
    held -= kept.get(one)?.article.text.length ?? 0;
    kept.delete(one);
  };

  const makeRoom = (): void => {
    for (const oldest of kept.keys()) {
      if (kept.size <= 1 || (kept.size <= texts && held <= characters)) break;
      forget(oldest);
    }
  };

  return {
    keep(entry, place) {
      const id = `${HANDED_IN}${shortOf(entry.article.text).slice(1)}`;
      forget(key(place, id));
      kept.set(key(place, id), withId(entry, id));
      held += entry.article.text.length;
      makeRoom();
      return id;
    },
    over: (shelf, place) => ({
      entries: () => shelf.entries(),
      faults: () => shelf.faults(),
      find(query) {
        const own = kept.get(key(place, query));
        // Words of a title would find another article for a message that is gone.
        if (own || !isHandedIn(query)) return own ?? shelf.find(query);
        return shelf.entries().find(({ article: { id } }) => id === query);
      },
    }),
  };
}

function withId({ article, briefing }: Entry, id: string): Entry {
  const named = { ...article, id };
  return { article: named, briefing: { ...briefing, article: named } };
}
