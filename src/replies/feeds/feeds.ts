import {
  type AddedFeed,
  type FeedHeadline,
  type FeedRecord,
  type FeedStatus,
  type ImportReport,
  WHOLE_WORKSPACE,
} from '#core/feeds';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import { truncate } from '#text/truncate';
import { webAddress } from '#text/web-address';
import { action, actions, answer, context, count, heading, list, paragraph, select, strong } from '../blocks.ts';
import { showMoment } from '../dates.ts';

const LIST = action('All feeds', 'feeds list', {});

/** A topic with public feeds. */
export interface FeedTopic {
  readonly topic: string;
  readonly feeds: readonly { readonly title: string; readonly url: string }[];
}

/** Instants are shown in UTC: feeds have no zone of their own. */
const moment = (at: number): string => `${showMoment(at, 'UTC')} UTC`;

const nameOf = ({ title, url }: Pick<FeedRecord, 'title' | 'url'>): string => title || url;

/** What came of adding one. */
export function feedAdded(added: AddedFeed): Reply {
  if (added.kind === 'choice') return choice(added.feeds);
  const { subscription, feed } = added.status;
  if (added.kind === 'known') {
    return answer(paragraph('This channel has ', strong(nameOf(feed)), ' already.'), actions(LIST));
  }
  const where = subscription.channel === WHOLE_WORKSPACE ? 'All channels have ' : 'This channel has ';
  return answer(
    paragraph(where, strong(nameOf(feed)), ' from now on.'),
    ...headlines('Its newest, which are not posted as new', added.newest),
    context('A schedule posts what comes from now on: type /schedule add time:07:30 if there is none yet.'),
    actions(action('Remove', 'feeds remove', { feed: feed.id }), LIST),
  );
}

const choice = (feeds: readonly { readonly url: string; readonly title: string }[]): Reply =>
  answer(
    paragraph('This site has several feeds: choose one.'),
    list(feeds.map(({ url, title }): RichText => [strong(title || url), ' — ', { text: url, style: 'code' }])),
    select(
      { label: 'Feed', command: 'feeds add', option: 'address', options: {} },
      feeds.map(({ url, title }) => ({ label: title || url, value: url })),
    ),
  );

function headlines(title: string, newest: readonly FeedHeadline[]): readonly (Block | undefined)[] {
  if (newest.length === 0) return [context('It has no item at present.')];
  return [
    heading(title, 3),
    list(newest.map(({ title, url, published }): RichText => [linked(title, url), ` · ${moment(published)}`])),
  ];
}

function linked(title: string, url: string | undefined): Inline {
  const text = truncate(title || url || 'without a title', 200);
  const href = webAddress(url);
  return href === undefined ? text : { text, href };
}

/** What a channel is told that posts what is new and has no feed to bring it. */
export const noFeedHint = (): Block =>
  context(
    'This channel has no feed yet, so its posts show the content folder alone: type ',
    { text: '/feeds add', style: 'code' },
    ' with the address of a site, or ',
    { text: '/feeds suggest', style: 'code' },
    '.',
  );

/** The feeds of a channel and how they are. */
export function feedList(all: readonly FeedStatus[], now: number): Reply {
  if (all.length === 0) return answer(paragraph(...NO_FEEDS), actions(action('Suggestions', 'feeds suggest', {})));
  const named = all.map((status) => ({ label: nameOf(status.feed), value: status.feed.id, status }));
  const running = named.filter(({ status }) => status.subscription.paused === undefined);
  const paused = named.filter(({ status }) => status.subscription.paused !== undefined);
  return answer(
    heading('Feeds', 2),
    context(count(all.length, 'feed')),
    list(all.map((status) => line(status, now))),
    ...(
      [
        ['Preview', 'feeds preview', named],
        ['Pause', 'feeds pause', running],
        ['Resume', 'feeds resume', paused],
        ['Remove', 'feeds remove', named],
      ] as const
    ).flatMap(([label, command, some]) => ways(label, command, some)),
  );
}

function ways(
  label: string,
  command: string,
  some: readonly { readonly label: string; readonly value: string }[],
): readonly (Block | undefined)[] {
  const [only, ...others] = some;
  if (only && others.length === 0) return [actions(action(label, command, { feed: only.value }))];
  return [select({ label, command, option: 'feed', options: {} }, some)];
}

/** What is said where a channel has none. */
const NO_FEEDS: RichText = [
  'This channel has no feed yet: type ',
  { text: '/feeds add address:https://example.org', style: 'code' },
  ' with the address of a site or a feed.',
];

/** **The Harbour Post** · newest Mon 10 March, 07:30 UTC · only “bridge” · `k3j9x0a` */
function line({ subscription, feed }: FeedStatus, now: number): RichText {
  const { include, exclude, paused, channel } = subscription;
  const notes = [
    health(feed, now),
    ...(channel === WHOLE_WORKSPACE ? ['for all channels'] : []),
    ...(include === undefined ? [] : [`only “${include}”`]),
    ...(exclude === undefined ? [] : [`without “${exclude}”`]),
    ...(paused === undefined ? [] : [`paused since ${moment(paused)}`]),
  ];
  return [strong(nameOf(feed)), ...notes.map((note) => ` · ${note}`), ' · ', { text: feed.id, style: 'code' }];
}

/** A feed that brings nothing for so long may have stopped without a word. */
const SILENT_MS = 14 * 86_400_000;

/** How a feed is, in plain words. */
function health({ lastItem, error, ended, moved }: FeedRecord, now: number): string {
  if (ended !== undefined) return `ended on ${moment(ended)}: its site has taken it away`;
  if (error) return `not to be had since ${moment(error.since)}: ${error.message}`;
  if (moved) return `moved to ${moved.url}, which is followed`;
  if (lastItem === undefined) return 'nothing yet';
  return now - lastItem > SILENT_MS ? `silent: nothing new since ${moment(lastItem)}` : `newest ${moment(lastItem)}`;
}

export const feedPreview = ({ feed }: FeedStatus, newest: readonly FeedHeadline[]): Reply =>
  answer(heading(nameOf(feed), 2), ...headlines('Newest', newest), actions(LIST));

export const feedPaused = ({ feed }: FeedStatus): Reply =>
  answer(
    paragraph('Paused: ', strong(nameOf(feed)), '. Nothing of it is posted until it is resumed.'),
    actions(action('Resume', 'feeds resume', { feed: feed.id }), LIST),
  );

export const feedResumed = ({ feed }: FeedStatus): Reply =>
  answer(
    paragraph('Resumed: ', strong(nameOf(feed)), '. What came meanwhile is not posted.'),
    actions(action('Pause', 'feeds pause', { feed: feed.id }), LIST),
  );

export const feedRemoved = ({ subscription, feed }: FeedStatus): Reply =>
  answer(
    paragraph('Removed: ', strong(nameOf(feed)), '. What was posted of it stays.'),
    actions(
      action('Add it again', 'feeds add', {
        address: feed.url,
        include: subscription.include,
        exclude: subscription.exclude,
        ...(subscription.channel === WHOLE_WORKSPACE ? { scope: 'workspace' } : {}),
      }),
      LIST,
    ),
  );

/** Further problems are shown in the list. */
const MAX_SHOWN = 20;

export const feedsImported = ({ added, known, dead }: ImportReport): Reply =>
  answer(
    heading('Feeds imported', 2),
    context(`${count(added.length, 'feed')} added · ${known.length} had already · ${dead.length} not to be had`),
    list(some(added.map(({ feed }): RichText => [strong(nameOf(feed))]))),
    dead.length > 0 ? heading('Not to be had', 3) : undefined,
    list(some(dead.map(({ url, reason }): RichText => [{ text: truncate(url, 200), style: 'code' }, ` — ${reason}`]))),
    actions(LIST),
  );

const some = (items: readonly RichText[]): readonly RichText[] =>
  items.length <= MAX_SHOWN ? items : [...items.slice(0, MAX_SHOWN), [`+${items.length - MAX_SHOWN} more`]];

/** An OPML file as text, to be copied. */
export const feedsExported = (opml: string): Reply =>
  answer(
    paragraph('Save this as feeds.opml:'),
    ...opml
      .split('\n')
      .filter(Boolean)
      .map((text) => context({ text, style: 'code' })),
  );

export const feedSuggestions = (topics: readonly FeedTopic[]): Reply =>
  answer(
    heading('Feeds to begin with', 2),
    context('Openly readable when this list was made, and not looked after by Onrecord.'),
    ...topics.flatMap(({ topic, feeds }) => [
      heading(topic, 3),
      list(feeds.map(({ title, url }): RichText => [strong(title), ' — ', { text: url, style: 'code' }])),
    ]),
    select(
      { label: 'Add a feed', command: 'feeds add', option: 'address', options: {} },
      topics.flatMap(({ feeds }) => feeds.map(({ title, url }) => ({ label: title, value: url }))),
    ),
  );
