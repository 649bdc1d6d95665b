import {
  type AddedFeed,
  type FeedHeadline,
  type FeedRecord,
  type FeedStatus,
  type ImportReport,
  WHOLE_WORKSPACE,
} from '#core/feeds';
import type { MessageKey, Translate } from '#core/messages/index';
import type { Action, Block, Inline, Reply, RichText } from '#core/reply';
import { truncate } from '#text/truncate';
import { webAddress } from '#text/web-address';
import { action, actions, answer, context, heading, list, paragraph, select, strong } from '../blocks.ts';
import { showMoment } from '../dates.ts';

const listAction = (t: Translate): Action => action(t('feeds.all'), 'feeds list', {});

/** A topic with public feeds. */
export interface FeedTopic {
  readonly topic: Extract<MessageKey, `feeds.topic.${string}`>;
  readonly feeds: readonly { readonly title: string; readonly url: string }[];
}

/** Times are shown in UTC: feeds have no time zone. */
const moment = (at: number, t: Translate): string => `${showMoment(at, 'UTC', t)} UTC`;

const nameOf = ({ title, url }: Pick<FeedRecord, 'title' | 'url'>): string => title || url;

const strongName = (feed: Pick<FeedRecord, 'title' | 'url'>): Inline => strong(nameOf(feed));

const code = (text: string): Inline => ({ text, style: 'code' });

/** The result of adding a feed. */
export function feedAdded(added: AddedFeed, t: Translate): Reply {
  if (added.kind === 'choice') return choice(added.feeds, t);
  const { subscription, feed } = added.status;
  const name = { feed: strongName(feed) };
  if (added.kind === 'known') return answer(paragraph(...t.rich('feeds.known', name)), actions(listAction(t)));
  return answer(
    paragraph(...t.rich(subscription.channel === WHOLE_WORKSPACE ? 'feeds.addedForAll' : 'feeds.added', name)),
    ...headlines(t('feeds.newestNotPosted'), added.newest, t),
    context(t('feeds.scheduleHint')),
    actions(action(t('feeds.remove'), 'feeds remove', { feed: feed.id }), listAction(t)),
  );
}

const choice = (feeds: readonly { readonly url: string; readonly title: string }[], t: Translate): Reply =>
  answer(
    paragraph(t('feeds.choose')),
    list(feeds.map(({ url, title }): RichText => [strong(title || url), ' — ', code(url)])),
    select(
      { label: t('feeds.feed'), command: 'feeds add', option: 'address', options: {} },
      feeds.map(({ url, title }) => ({ label: title || url, value: url })),
    ),
  );

function headlines(title: string, newest: readonly FeedHeadline[], t: Translate): readonly (Block | undefined)[] {
  if (newest.length === 0) return [context(t('feeds.noItem'))];
  return [
    heading(title, 3),
    list(newest.map(({ title, url, published }): RichText => [linked(title, url, t), ` · ${moment(published, t)}`])),
  ];
}

function linked(title: string, url: string | undefined, t: Translate): Inline {
  const text = truncate(title || url || t('feeds.untitled'), 200);
  const href = webAddress(url);
  return href === undefined ? text : { text, href };
}

/** The hint for a channel that has a schedule but no feed. */
export const noFeedHint = (t: Translate): Block =>
  context(
    ...t.rich('feeds.noneHint', { add: code(t.command('/feeds add')), suggest: code(t.command('/feeds suggest')) }),
  );

/** Lists the feeds of a channel and their status. */
export function feedList(all: readonly FeedStatus[], now: number, t: Translate): Reply {
  if (all.length === 0) {
    return answer(
      paragraph(...t.rich('feeds.none', { line: code(t.command('/feeds add address:https://example.org')) })),
      actions(action(t('feeds.suggestions'), 'feeds suggest', {})),
    );
  }
  const named = all.map((status) => ({ label: nameOf(status.feed), value: status.feed.id, status }));
  const running = named.filter(({ status }) => status.subscription.paused === undefined);
  const paused = named.filter(({ status }) => status.subscription.paused !== undefined);
  return answer(
    heading(t('feeds.title'), 2),
    context(t('feeds.count', { count: all.length })),
    list(all.map((status) => line(status, now, t))),
    ...(
      [
        ['preview', named],
        ['pause', running],
        ['resume', paused],
        ['remove', named],
      ] as const
    ).flatMap(([name, some]) => actionsFor(t(`feeds.${name}`), `feeds ${name}`, some)),
  );
}

function actionsFor(
  label: string,
  command: string,
  some: readonly { readonly label: string; readonly value: string }[],
): readonly (Block | undefined)[] {
  const [only, ...others] = some;
  if (only && others.length === 0) return [actions(action(label, command, { feed: only.value }))];
  return [select({ label, command, option: 'feed', options: {} }, some)];
}

/** **The Harbour Post** · newest Mon 10 March, 07:30 UTC · only “bridge” · `k3j9x0a` */
function line({ subscription, feed }: FeedStatus, now: number, t: Translate): RichText {
  const { include, exclude, paused, channel } = subscription;
  const notes = [
    feedHealth(feed, now, t),
    ...(channel === WHOLE_WORKSPACE ? [t('feeds.forAll')] : []),
    ...(include === undefined ? [] : [t('feeds.only', { words: include })]),
    ...(exclude === undefined ? [] : [t('feeds.without', { words: exclude })]),
    ...(paused === undefined ? [] : [t('feeds.pausedSince', { moment: moment(paused, t) })]),
  ];
  return [strongName(feed), ...notes.map((note) => ` · ${note}`), ' · ', code(feed.id)];
}

/** A feed without new articles for this long may have stopped silently. */
const SILENT_MS = 14 * 86_400_000;

/** Describes the status of a feed. */
export function feedHealth({ lastItem, error, ended, moved }: FeedRecord, now: number, t: Translate): string {
  if (ended !== undefined) return t('feeds.ended', { moment: moment(ended, t) });
  if (error) return t('feeds.failing', { moment: moment(error.since, t), reason: error.message });
  if (moved) return t('feeds.moved', { url: moved.url });
  if (lastItem === undefined) return t('feeds.nothingYet');
  return t(now - lastItem > SILENT_MS ? 'feeds.silent' : 'feeds.newestAt', { moment: moment(lastItem, t) });
}

export const feedPreview = ({ feed }: FeedStatus, newest: readonly FeedHeadline[], t: Translate): Reply =>
  answer(heading(nameOf(feed), 2), ...headlines(t('feeds.newest'), newest, t), actions(listAction(t)));

export const feedPaused = ({ feed }: FeedStatus, t: Translate): Reply =>
  answer(
    paragraph(...t.rich('feeds.paused', { feed: strongName(feed) })),
    actions(action(t('feeds.resume'), 'feeds resume', { feed: feed.id }), listAction(t)),
  );

export const feedResumed = ({ feed }: FeedStatus, t: Translate): Reply =>
  answer(
    paragraph(...t.rich('feeds.resumed', { feed: strongName(feed) })),
    actions(action(t('feeds.pause'), 'feeds pause', { feed: feed.id }), listAction(t)),
  );

export const feedRemoved = ({ subscription, feed }: FeedStatus, t: Translate): Reply =>
  answer(
    paragraph(...t.rich('feeds.removed', { feed: strongName(feed) })),
    actions(
      action(t('feeds.addAgain'), 'feeds add', {
        address: feed.url,
        include: subscription.include,
        exclude: subscription.exclude,
        ...(subscription.channel === WHOLE_WORKSPACE ? { scope: 'workspace' } : {}),
      }),
      listAction(t),
    ),
  );

/** The maximum number of problems shown; the list shows the rest. */
const MAX_SHOWN = 20;

export const feedsImported = ({ added, known, unavailable }: ImportReport, t: Translate): Reply =>
  answer(
    heading(t('feeds.imported'), 2),
    context(t('feeds.importCounts', { added: added.length, known: known.length, unavailable: unavailable.length })),
    list(
      some(
        added.map(({ feed }): RichText => [strongName(feed)]),
        t,
      ),
    ),
    unavailable.length > 0 ? heading(t('feeds.unavailable'), 3) : undefined,
    list(
      some(
        unavailable.map(({ url, reason }): RichText => [code(truncate(url, 200)), ` — ${t.message(reason)}`]),
        t,
      ),
    ),
    actions(listAction(t)),
  );

const some = (items: readonly RichText[], t: Translate): readonly RichText[] =>
  items.length <= MAX_SHOWN ? items : [...items.slice(0, MAX_SHOWN), [t('more', { count: items.length - MAX_SHOWN })]];

const OPML = 'feeds.opml';

/** An OPML file. */
export const feedsExported = (opml: string, t: Translate): Reply =>
  answer(paragraph(...t.rich('feeds.exported', { file: code(OPML) })), {
    type: 'file',
    name: OPML,
    mediaType: 'text/x-opml',
    content: new TextEncoder().encode(opml),
    alt: t('feeds.fileAlt'),
  });

export const feedSuggestions = (topics: readonly FeedTopic[], t: Translate): Reply =>
  answer(
    heading(t('feeds.suggested'), 2),
    context(t('feeds.suggestedNote')),
    ...topics.flatMap(({ topic, feeds }) => [
      heading(t(topic), 3),
      list(feeds.map(({ title, url }): RichText => [strong(title), ' — ', code(url)])),
    ]),
    select(
      { label: t('feeds.add'), command: 'feeds add', option: 'address', options: {} },
      topics.flatMap(({ feeds }) => feeds.map(({ title, url }) => ({ label: title, value: url }))),
    ),
  );
