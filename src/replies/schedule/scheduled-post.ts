import type { Length, Sentence } from '#core/briefing';
import type { CatalogEntry } from '#core/catalog';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import type { ScheduleOptions } from '#core/schedule-options';
import type { Post } from '#core/scheduling';
import { excerptText, spanText } from '#core/text/span-text';
import { nameInLine } from '#lookup/labels';
import { truncateForDisplay } from '#text/fold';
import { action, actions, context, heading, joinWithDots, list, paragraph, strong } from '../blocks.ts';
import { briefBlocks, credits, sourceOf } from '../brief.ts';
import { showDay, showPublished } from '../dates.ts';
import { evidenceAt, paragraphMark } from '../evidence.ts';
import { wordsInBlocks } from '../word-count.ts';
import type { Changes } from './changes.ts';
import { alsoIn, otherReports } from './other-tellings.ts';

/** An article that a channel has not seen, or not in this version. */
export interface NewArticle {
  readonly entry: CatalogEntry;
  /** Absent for a new article. */
  readonly changes?: Changes;
  /** Other articles about the same story. */
  readonly others?: readonly CatalogEntry[];
}

export interface ScheduledPostInput extends Partial<ScheduleOptions> {
  /** The local day of the post: `2025-03-10`. */
  readonly day: string;
  /** The time of the schedule: `07:30`. */
  readonly time?: string | undefined;
  /** Newest first. */
  readonly articles: readonly NewArticle[];
  /** Articles beyond the display limit: `before` is set for an update of an article that the channel has seen. */
  readonly more?: readonly { readonly before?: string }[];
  readonly length: Length;
  /** Whether this is the first post of its schedule, which contains only the newest article. */
  readonly first: boolean;
  /** The scheduled time, if the post is late: `07:30`. */
  readonly late?: string | undefined;
  /** Its picture as drawn, or the same in words. */
  readonly drawn?: readonly Block[];
  /** Feeds that have ended since the previous post. */
  readonly ended?: readonly string[] | undefined;
}

/** The limits of a post for each length. */
const LIMITS = {
  headline: { articles: 10, thread: 0, changes: 0 },
  short: { articles: 10, thread: 3, changes: 3 },
  full: { articles: 10, thread: 6, changes: 8 },
} as const satisfies Record<Length, unknown>;

/** Builds a scheduled post: what is new for the channel since its last post. */
export function scheduledPost(input: ScheduledPostInput, t: Translate = inEnglish): Post {
  const { articles, length } = input;
  const shown = articles.slice(0, LIMITS[length].articles);
  const hidden = articles.length - shown.length + (input.more?.length ?? 0);
  const [first] = shown;
  return {
    parent: channelReply(
      heading(t(`post.${partOfDay(input.time)}`, { day: showDay({ at: input.day }, t) }), 1),
      ...headerBlocks(input, t),
      shown.length > 0 ? list(shown.map((article) => parentLine(article, t))) : paragraph(emptyText(input, t)),
      hidden > 0 ? context(t('more', { count: hidden })) : undefined,
      ...(input.drawn ?? []),
      endedFeeds(input, t),
      actions(
        first &&
          action(t(shown.length > 1 ? 'post.briefNewest' : 'articles.brief'), 'brief', {
            article: first.entry.article.id,
          }),
        action(t('articles.title'), 'articles', { about: input.about }),
      ),
    ),
    thread: shown.slice(0, LIMITS[length].thread).map((newArticle) => threadReply(newArticle, length, t)),
  };
}

/** The name for the time of a schedule; a post without a time is a morning post. */
const partOfDay = (time = '07:30'): 'morning' | 'afternoon' | 'evening' =>
  time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening';

const channelReply = (...blocks: readonly (Block | undefined)[]): Reply => ({
  visibility: 'channel',
  blocks: blocks.filter((block) => block !== undefined),
});

function headerBlocks(input: ScheduledPostInput, t: Translate): readonly Block[] {
  const { articles, more = [], first, late, about } = input;
  const all = articles.length + more.length;
  const updated =
    articles.filter(({ changes }) => changes !== undefined).length +
    more.filter(({ before }) => before !== undefined).length;
  const counts = [
    ...(all > updated ? [t('post.countNew', { count: all - updated })] : []),
    ...(updated > 0 ? [t('post.countUpdated', { count: updated })] : []),
    ...(about === undefined || articles.length === 0 ? [] : [t('post.about', { about })]),
    ...(late === undefined ? [] : [t('post.late', { time: late })]),
  ];
  const start = first && articles.length > 0 ? [paragraph(t('post.first'))] : [];
  return [...(counts.length > 0 ? [context(...joinWithDots(counts))] : []), ...start];
}

function endedFeeds({ ended = [] }: ScheduledPostInput, t: Translate): Block | undefined {
  if (ended.length === 0) return undefined;
  const names = ended.map((name) => truncateForDisplay(name)).join(', ');
  return context(t('post.endedFeeds', { names }));
}

function emptyText({ about, first }: ScheduledPostInput, t: Translate): string {
  if (about === undefined) return t(first ? 'post.noArticleYet' : 'post.nothingNew');
  return t(first ? 'post.noArticleAbout' : 'post.nothingNewAbout', { about });
}

/** News with more words is shown only in the thread, so that ten stories fit one screen. */
const MAX_NEWS_WORDS = 26;
/** The maximum number of speakers named. */
const MAX_SPEAKERS = 2;

/** `NEW Arms for Ukraine depend on … — North Korean special forces are on their way … · The Korea Herald · Kim Tae-hyo` */
function parentLine({ entry: { article, briefing }, changes, others = [] }: NewArticle, t: Translate): RichText {
  const news = briefing.whatsNew ? excerptText(article, briefing.whatsNew) : '';
  const isShort = news !== '' && wordsInBlocks([paragraph(news)]) <= MAX_NEWS_WORDS;
  const names = briefing.speakers.filter(({ type }) => type !== 'document').map(nameInLine);
  const speakers =
    names.slice(0, MAX_SPEAKERS).join(', ') + (names.length > MAX_SPEAKERS ? ` +${names.length - MAX_SPEAKERS}` : '');
  const about = joinWithDots([
    ...sourceOf(article),
    ...(speakers === '' ? [] : [t('post.speaks', { names: speakers })]),
    ...alsoIn(article, others, t),
  ]);
  return [
    newOrUpdated(changes, t),
    ' ',
    strong(article.title),
    ...(isShort ? [' — ', news] : []),
    ...(about.length > 0 ? [' · ', ...about] : []),
  ];
}

const newOrUpdated = (changes: Changes | undefined, t: Translate): Inline => ({
  text: t(changes ? 'post.updated' : 'post.new'),
  style: 'code',
});

/** An article in the thread: its brief, or the changes since it was last shown. */
function threadReply({ entry, changes, others = [] }: NewArticle, length: Length, t: Translate): Reply {
  const { article, briefing } = entry;
  const changed = changes && [
    heading(article.title, 2),
    context(newOrUpdated(changes, t), ' · ', ...credits(briefing, showPublished, t)),
    ...changeBlocks(entry, changes, LIMITS[length].changes, t),
  ];
  return channelReply(
    ...(changed ?? briefBlocks(briefing, length, t)),
    ...otherReports(entry, others, t),
    actions(
      action(t('brief.readMore'), 'brief', { article: article.id, length: 'full' }),
      briefing.quotes.length > 0 ? action(t('brief.quotes'), 'quotes', { article: article.id }) : undefined,
      briefing.positions.length > 0 ? action(t('brief.positions'), 'positions', { article: article.id }) : undefined,
    ),
  );
}

function changeBlocks(
  { article }: CatalogEntry,
  { added, withdrawn }: Changes,
  limit: number,
  t: Translate,
): readonly (Block | undefined)[] {
  const cited = ({ span, paragraph }: Sentence): RichText => [
    spanText(article, span),
    ' · ',
    paragraphMark(evidenceAt(article, paragraph, [span], t)),
  ];
  return [
    ...sentenceList('post.added', added.map(cited), limit, t),
    ...sentenceList(
      'post.withdrawn',
      withdrawn.map((sentence) => [sentence]),
      limit,
      t,
    ),
    added.length + withdrawn.length === 0 ? paragraph(t('post.reordered')) : undefined,
  ];
}

function sentenceList(
  title: 'post.added' | 'post.withdrawn',
  items: readonly RichText[],
  limit: number,
  t: Translate,
): readonly (Block | undefined)[] {
  if (items.length === 0) return [];
  const hidden = items.length - limit;
  return [
    heading(t(title, { count: items.length }), 3),
    list(items.slice(0, limit)),
    hidden > 0 ? context(t('more', { count: hidden })) : undefined,
  ];
}
