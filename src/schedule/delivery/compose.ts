import type { Length } from '#core/briefing';
import type { Entry } from '#core/catalog';
import type { Reply } from '#core/reply';
import type { Schedule } from '#core/schedule';
import type { Sighting, Store } from '#core/store';
import { type Fresh, morning } from '#replies/scheduled-post';
import type { Editions } from './article-versions.ts';

/** What a post is made from. */
export interface Sources {
  readonly store: Pick<Store, 'ledger' | 'sightings'>;
  readonly editions: Editions;
}

/** An article that is shown; `before`: the version that the channel saw last. */
interface Shown extends Sighting {
  readonly before?: string;
}

/** What a post shows: small, in JSON, and enough to make the same post again. */
export interface Content {
  /** The local day it is for. */
  readonly day: string;
  readonly length: Length;
  readonly about?: string;
  readonly first: boolean;
  /** The time it was due, where it comes late. */
  readonly late?: string;
  /** The newest first. */
  readonly fresh: readonly Shown[];
  /** What counts as seen without being shown. */
  readonly rest: readonly Sighting[];
  /** How many messages its thread has. */
  readonly thread: number;
}

/** One message of a post. */
export interface Letter {
  /** 0 is the parent, 1 the first of its thread; the same after a crash. */
  readonly place: number;
  readonly reply: Reply;
}

/** When and why a post is made. */
export interface Occasion {
  /** The local day it is for. */
  readonly day: string;
  readonly late: boolean;
}

/**
 * What is new for a schedule's channel: articles that it has not seen, or not like this. The first post of a schedule shows
 * the newest alone, and takes everything else as seen.
 */
export async function compose(sources: Sources, schedule: Schedule, { day, late }: Occasion): Promise<Content> {
  const { store, editions } = sources;
  const [sightings, begun] = await Promise.all([
    store.sightings.of(schedule, schedule.channel),
    store.ledger.hasSent(schedule, schedule.id),
  ]);
  const fitting = editions.about(schedule.about);
  const fresh = begun ? unseen(fitting, sightings, editions) : sightingsOf(fitting.slice(0, 1), editions);
  const content: Content = {
    day,
    length: schedule.length,
    first: !begun,
    fresh,
    rest: begun ? [] : sightingsOf(fitting.slice(1), editions),
    thread: Number.POSITIVE_INFINITY,
    ...(schedule.about === undefined ? {} : { about: schedule.about }),
    ...(late ? { late: schedule.time } : {}),
  };
  return { ...content, thread: (await lettersOf(content, editions)).length - 1 };
}

function unseen(fitting: readonly Entry[], sightings: readonly Sighting[], editions: Editions): readonly Shown[] {
  const seen = new Map(sightings.map(({ article, version }) => [article, version]));
  return fitting.flatMap((entry): readonly Shown[] => {
    const { id } = entry.article;
    const [version, before] = [editions.versionOf(entry), seen.get(id)];
    if (version === before) return [];
    return [{ article: id, version, ...(before === undefined ? {} : { before }) }];
  });
}

const sightingsOf = (entries: readonly Entry[], editions: Editions): readonly Sighting[] =>
  entries.map((entry) => ({ article: entry.article.id, version: editions.versionOf(entry) }));

/** The messages of a post, the parent first. An article that has gone meanwhile is left out; the others keep their place. */
export async function lettersOf(content: Content, editions: Editions): Promise<readonly Letter[]> {
  const present = (await Promise.all(content.fresh.map((shown, at) => placed(shown, at + 1, editions)))).flat();
  const { day, length, about, first, late } = content;
  const post = morning({ day, length, about, first, late, fresh: present.map(({ fresh }) => fresh) });
  return [
    { place: 0, reply: post.parent },
    ...post.thread.flatMap((reply, at) => {
      const place = present[at]?.place ?? Number.POSITIVE_INFINITY;
      return place <= content.thread ? [{ place, reply }] : [];
    }),
  ];
}

interface Placed {
  readonly place: number;
  readonly fresh: Fresh;
}

async function placed({ article, before }: Shown, place: number, editions: Editions): Promise<readonly Placed[]> {
  const entry = editions.byId(article);
  if (!entry) return [];
  const changes = before === undefined ? undefined : await editions.changes(entry, before);
  return [{ place, fresh: changes ? { entry, changes } : { entry } }];
}

/** Everything that counts as seen once it is posted. */
export const seenIn = ({ fresh, rest }: Content): readonly Sighting[] =>
  [...fresh, ...rest].map(({ article, version }) => ({ article, version }));

/** Whether there is nothing to post. */
export const isSilent = ({ fresh }: Content, { empty }: Schedule): boolean => fresh.length === 0 && empty === 'nothing';
