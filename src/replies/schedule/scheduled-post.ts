import type { Length, Sentence } from '#core/briefing';
import type { CatalogEntry } from '#core/catalog';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import type { Post } from '#core/scheduling';
import { nameInLine } from '#lookup/labels';
import { truncateForDisplay } from '#text/fold';
import { action, actions, context, count, heading, joinWithDots, list, paragraph, strong } from '../blocks.ts';
import { briefBlocks, credits, sourceOf } from '../brief.ts';
import { showDay } from '../dates.ts';
import { evidenceAt, paragraphMark } from '../evidence.ts';
import { excerptText, spanText } from '../span-text.ts';
import { wordsInBlocks } from '../word-count.ts';
import type { Changes } from './changes.ts';
import { alsoIn, otherReports } from './other-tellings.ts';

/** An article that a channel has not seen, or not like this. */
export interface NewArticle {
  readonly entry: CatalogEntry;
  /** Absent for a new one. */
  readonly changes?: Changes;
  /** Others that tell the same story. */
  readonly others?: readonly CatalogEntry[];
}

export interface ScheduledPostInput {
  /** The local day it is for: `2025-03-10`. */
  readonly day: string;
  /** The time of its schedule: `07:30`. */
  readonly time?: string | undefined;
  /** The newest first. */
  readonly articles: readonly NewArticle[];
  /** Those beyond the ones that could be shown: an update where the channel has seen it before. */
  readonly more?: readonly { readonly before?: string }[];
  readonly length: Length;
  readonly about?: string | undefined;
  /** Whether it is the first of its schedule, which begins with the newest article alone. */
  readonly first: boolean;
  /** The time it was due, where it comes late: `07:30`. */
  readonly late?: string | undefined;
  /** Feeds that have ended since the post before. */
  readonly ended?: readonly string[] | undefined;
}

/** How much of a morning each length shows. */
const LIMITS = {
  headline: { articles: 10, thread: 0, changes: 0 },
  short: { articles: 10, thread: 3, changes: 3 },
  full: { articles: 10, thread: 6, changes: 8 },
} as const satisfies Record<Length, unknown>;

/** What a channel is posted in the morning: what is new for it since its last post. */
export function scheduledPost(input: ScheduledPostInput): Post {
  const { articles, length } = input;
  const shown = articles.slice(0, LIMITS[length].articles);
  const hidden = articles.length - shown.length + (input.more?.length ?? 0);
  const [first] = shown;
  return {
    parent: channelReply(
      heading(`${partOfDay(input.time)} briefing · ${showDay({ at: input.day })}`, 1),
      ...headerBlocks(input),
      shown.length > 0 ? list(shown.map(parentLine)) : paragraph(emptyText(input)),
      hidden > 0 ? context(`+${hidden} more`) : undefined,
      endedFeeds(input),
      actions(
        first && action(shown.length > 1 ? 'Brief the newest' : 'Brief', 'brief', { article: first.entry.article.id }),
        action('Articles', 'articles', { about: input.about }),
      ),
    ),
    thread: shown.slice(0, LIMITS[length].thread).map((newArticle) => threadReply(newArticle, length)),
  };
}

/** What the time of a schedule is called; a post without one is a morning’s. */
const partOfDay = (time = '07:30'): string => (time < '12:00' ? 'Morning' : time < '18:00' ? 'Afternoon' : 'Evening');

const channelReply = (...blocks: readonly (Block | undefined)[]): Reply => ({
  visibility: 'channel',
  blocks: blocks.filter((block) => block !== undefined),
});

function headerBlocks({ articles, more = [], first, late, about }: ScheduledPostInput): readonly Block[] {
  const all = articles.length + more.length;
  const updated =
    articles.filter(({ changes }) => changes !== undefined).length +
    more.filter(({ before }) => before !== undefined).length;
  const counts = [
    ...(all > updated ? [`${all - updated} new`] : []),
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(about === undefined || articles.length === 0 ? [] : [`about “${about}”`]),
    ...(late === undefined ? [] : [`late: it was due at ${late}`]),
  ];
  const start =
    first && articles.length > 0
      ? ['This is the first post: it shows the newest article. From now on, what is new.']
      : [];
  return [...(counts.length > 0 ? [context(...joinWithDots(counts))] : []), ...start.map((text) => paragraph(text))];
}

function endedFeeds({ ended = [] }: ScheduledPostInput): Block | undefined {
  if (ended.length === 0) return undefined;
  const names = ended.map((name) => truncateForDisplay(name)).join(', ');
  return context(`No longer there: ${names}. Nothing new comes from there: /feeds remove takes it from the list.`);
}

const emptyText = ({ about, first }: ScheduledPostInput): string =>
  `${first ? 'There is no article' : 'Nothing new'}${about === undefined ? '' : ` about “${about}”`}${first ? ' yet' : ''}.`;

/** More words than this are left to the thread: ten stories fit one screen. */
const MAX_NEWS_WORDS = 26;
/** As many who speak are named. */
const MAX_SPEAKERS = 2;

/** `NEW Arms for Ukraine depend on … — North Korean special forces are on their way … · The Korea Herald · Kim Tae-hyo` */
function parentLine({ entry: { article, briefing }, changes, others = [] }: NewArticle): RichText {
  const news = briefing.whatsNew ? excerptText(article, briefing.whatsNew) : '';
  const isShort = news !== '' && wordsInBlocks([paragraph(news)]) <= MAX_NEWS_WORDS;
  const names = briefing.speakers.filter(({ type }) => type !== 'document').map(nameInLine);
  const speakers =
    names.slice(0, MAX_SPEAKERS).join(', ') + (names.length > MAX_SPEAKERS ? ` +${names.length - MAX_SPEAKERS}` : '');
  const about = joinWithDots([
    ...sourceOf(article),
    ...(speakers === '' ? [] : [`speaks: ${speakers}`]),
    ...alsoIn(article, others),
  ]);
  return [
    newOrUpdated(changes),
    ' ',
    strong(article.title),
    ...(isShort ? [' — ', news] : []),
    ...(about.length > 0 ? [' · ', ...about] : []),
  ];
}

const newOrUpdated = (changes: Changes | undefined): Inline => ({ text: changes ? 'UPDATED' : 'NEW', style: 'code' });

/** An article in the thread: its brief, or what has changed since it was shown last. */
function threadReply({ entry, changes, others = [] }: NewArticle, length: Length): Reply {
  const { article, briefing } = entry;
  const changed = changes && [
    heading(article.title, 2),
    context(newOrUpdated(changes), ' · ', ...credits(briefing)),
    ...changeBlocks(entry, changes, LIMITS[length].changes),
  ];
  return channelReply(
    ...(changed ?? briefBlocks(briefing, length)),
    ...otherReports(entry, others),
    actions(
      action('Read more', 'brief', { article: article.id, length: 'full' }),
      briefing.quotes.length > 0 ? action('Quotes', 'quotes', { article: article.id }) : undefined,
      briefing.positions.length > 0 ? action('Positions', 'positions', { article: article.id }) : undefined,
    ),
  );
}

function changeBlocks(
  { article }: CatalogEntry,
  { added, withdrawn }: Changes,
  limit: number,
): readonly (Block | undefined)[] {
  const cited = ({ span, paragraph }: Sentence): RichText => [
    spanText(article, span),
    ' · ',
    paragraphMark(evidenceAt(article, paragraph, [span])),
  ];
  return [
    ...sentenceList('Added', added.map(cited), limit),
    ...sentenceList(
      'Withdrawn',
      withdrawn.map((sentence) => [sentence]),
      limit,
    ),
    added.length + withdrawn.length === 0 ? paragraph('The same sentences stand in another order.') : undefined,
  ];
}

function sentenceList(title: string, items: readonly RichText[], limit: number): readonly (Block | undefined)[] {
  if (items.length === 0) return [];
  const hidden = items.length - limit;
  return [
    heading(`${title}: ${count(items.length, 'sentence')}`, 3),
    list(items.slice(0, limit)),
    hidden > 0 ? context(`+${hidden} more`) : undefined,
  ];
}
