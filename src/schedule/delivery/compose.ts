import type { Article } from '#core/article';
import { type CatalogEntry, entryWith } from '#core/catalog';
import { type RenameCommands, translatorFor } from '#core/messages/index';
import type { DrawPicture } from '#core/picture';
import type { Reply } from '#core/reply';
import type { Schedule } from '#core/schedule';
import { type GivenOptions, type ScheduleOptions, scheduleOptions } from '#core/schedule-options';
import type { SeenArticle, Store } from '#core/storage/store';
import { pictureOfPost } from '#replies/pictures/picture-reply';
import { type NewArticle, scheduledPost } from '#replies/schedule/scheduled-post';
import type { ArticleVersions } from './article-versions.ts';
import { broughtByFeeds, newestStories, type ShownArticle } from './brought-articles.ts';

/** The dependencies of composing a post. */
export interface ComposeDeps {
  readonly store: Pick<Store, 'slots' | 'seenArticles'>;
  readonly articleVersions: ArticleVersions;
}

/** The options that decide whether and when there is a post, not what it shows. */
type TimingOption = 'empty' | 'grace';

/** What a post shows: small, in JSON, and enough to make the same post again. */
export interface PostContent extends Omit<ScheduleOptions, TimingOption> {
  /** The local day it is for. */
  readonly day: string;
  /** The time of its schedule; absent in posts recorded by earlier versions. */
  readonly time?: string;
  readonly first: boolean;
  /** The time it was due, if it is late. */
  readonly late?: string;
  /** The newest first. */
  readonly fresh: readonly ShownArticle[];
  /** Articles marked as seen without being shown. */
  readonly rest: readonly SeenArticle[];
  /** The feeds that have ended since the previous post, if any. */
  readonly ended?: readonly string[];
  /** How many messages its thread has. */
  readonly thread: number;
}

/** One message of a post. */
export interface PostMessage {
  /** 0 is the parent, 1 the first of its thread; the same after a crash. */
  readonly index: number;
  readonly reply: Reply;
}

/** When and why a post is made. */
export interface PostContext {
  /** The local day it is for. */
  readonly day: string;
  readonly late: boolean;
}

/**
 * Composes what is new for the channel: new and changed articles. The first post of a schedule shows
 * only the newest, and marks all others as seen.
 */
export async function compose(deps: ComposeDeps, schedule: Schedule, { day, late }: PostContext): Promise<PostContent> {
  const { store, articleVersions } = deps;
  const [sightings, hasPosted] = await Promise.all([
    store.seenArticles.list(schedule, schedule.channel),
    store.slots.hasSent(schedule, schedule.id),
  ]);
  const matching = articleVersions.matching(schedule.about);
  const brought = await broughtByFeeds(schedule, day, sightings, articleVersions);
  // Articles from feeds since the subscription are new to the channel, even before its first post.
  const shown = hasPosted || brought.length > 0 ? 0 : 1;
  const own = hasPosted
    ? unseenArticles(matching, sightings, articleVersions)
    : toSeenArticles(matching.slice(0, shown), articleVersions);
  const fresh = await newestStories(own, brought, articleVersions);
  const ended = (await articleVersions.archived?.ended(schedule, schedule.id)) ?? [];
  const content: PostContent = {
    day,
    time: schedule.time,
    ...shownOptions(schedule),
    first: !hasPosted && brought.length === 0,
    fresh,
    rest: hasPosted ? [] : toSeenArticles(matching.slice(shown), articleVersions),
    thread: Number.POSITIVE_INFINITY,
    ...(schedule.language === undefined ? {} : { language: schedule.language }),
    ...(late ? { late: schedule.time } : {}),
    ...(ended.length > 0 ? { ended } : {}),
  };
  return { ...content, thread: (await postMessages(content, articleVersions)).length - 1 };
}

function shownOptions(schedule: Schedule): Omit<GivenOptions, TimingOption> {
  const { empty: _, grace: __, ...shown } = scheduleOptions({ ...schedule });
  return shown;
}

function unseenArticles(
  matching: readonly CatalogEntry[],
  sightings: readonly SeenArticle[],
  articleVersions: ArticleVersions,
): readonly ShownArticle[] {
  const seen = new Map(sightings.map(({ article, version }) => [article, version]));
  // A renamed file has the version that the channel has seen under its old name.
  const versions = new Set(seen.values());
  return matching.flatMap((entry): readonly ShownArticle[] => {
    const { id } = entry.article;
    const [version, before] = [articleVersions.versionOf(entry), seen.get(id)];
    if (versions.has(version)) return [];
    return [{ article: id, version, ...(before === undefined ? {} : { before }) }];
  });
}

const toSeenArticles = (entries: readonly CatalogEntry[], articleVersions: ArticleVersions): readonly SeenArticle[] =>
  entries.map((entry) => ({ article: entry.article.id, version: articleVersions.versionOf(entry) }));

export interface PostOptions {
  /** Draws the picture of the parent; absent if the parent is not sent. */
  readonly draw?: DrawPicture | undefined;
  /** The URL of an article in the reader; undefined if its own address will do. */
  readonly readerUrl?: ((article: Article) => string | undefined) | undefined;
  /** How commands are called on the platform. */
  readonly rename?: RenameCommands | undefined;
}

/** The messages of a post, the parent first. Articles that no longer exist are left out; the others keep their index. */
export async function postMessages(
  content: PostContent,
  articleVersions: ArticleVersions,
  { draw, readerUrl, rename }: PostOptions = {},
): Promise<readonly PostMessage[]> {
  const shown = content.fresh.slice(0, MAX_SHOWN);
  const more = content.fresh.slice(MAX_SHOWN);
  await articleVersions.archived?.load(
    shown.flatMap((item) => [item, ...othersOf(item)]).map(({ article }) => article),
  );
  const present = (await Promise.all(shown.map((item, at) => threadItems(item, at + 1, articleVersions)))).flat();
  const articles = present.map(({ fresh }) => ({ ...fresh, entry: withReaderUrl(fresh.entry, readerUrl) }));
  const t = translatorFor(content.language, rename);
  const briefings = articles.map(({ entry }) => entry.briefing);
  const drawn = content.picture && draw ? await pictureOfPost(content.picture, briefings, draw, t) : [];
  const post = scheduledPost({ ...content, drawn, articles, more }, t);
  return [
    { index: 0, reply: post.parent },
    ...post.thread.flatMap((reply, at) => {
      const index = present[at]?.index ?? Number.POSITIVE_INFINITY;
      return index <= content.thread ? [{ index, reply }] : [];
    }),
  ];
}

function withReaderUrl(entry: CatalogEntry, readerUrl: PostOptions['readerUrl']): CatalogEntry {
  const url = readerUrl?.(entry.article);
  return url === undefined ? entry : entryWith(entry, { readerUrl: url });
}

/** The most articles of a post; the rest are only counted. */
const MAX_SHOWN = 10;

interface ThreadItem {
  readonly index: number;
  readonly fresh: NewArticle;
}

/** The most articles listed with the leading one. */
const MAX_OTHERS = 3;

const othersOf = ({ also = [] }: ShownArticle): readonly SeenArticle[] => also.slice(0, MAX_OTHERS);

async function threadItems(
  shown: ShownArticle,
  index: number,
  articleVersions: ArticleVersions,
): Promise<readonly ThreadItem[]> {
  const { article, before } = shown;
  const entry = articleVersions.byId(article);
  if (!entry) return [];
  const changes = before === undefined ? undefined : await articleVersions.changes(entry, before);
  const others = othersOf(shown).flatMap((other) => articleVersions.byId(other.article) ?? []);
  return [{ index, fresh: { entry, ...(changes && { changes }), ...(others.length > 0 && { others }) } }];
}

/** Everything that counts as seen once it is posted. */
export const articlesSeen = ({ fresh, rest }: PostContent): readonly SeenArticle[] =>
  [...fresh.flatMap((shown) => [shown, ...(shown.also ?? []), ...(shown.copies ?? [])]), ...rest].map(
    ({ article, version }) => ({
      article,
      version,
    }),
  );

/** Whether there is nothing to post. */
export const isEmptyPost = ({ fresh, ended = [] }: PostContent, { empty }: Schedule): boolean =>
  fresh.length === 0 && ended.length === 0 && empty === 'nothing';
