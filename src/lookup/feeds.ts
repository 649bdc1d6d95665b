import type { RequestScope } from '#core/access/requester';
import type { Context, Option } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { ForbiddenError, MissingOptionError } from '#core/errors';
import { type FeedStatus, type Feeds, WHOLE_WORKSPACE } from '#core/feeds';
import { message } from '#core/messages/index';
import { choose } from './choices.ts';

/** The `feed` option, shared by all commands that take one. */
export const FEED = {
  name: 'feed',
  description: 'Which feed, by words of its title or its id; may be left out where there is only one',
  type: 'text',
  main: true,
  maxLength: 300,
  values: (context) => known(context).map(({ feed }) => feed.id),
  complete: (context, typed) =>
    choose(
      known(context).map(({ feed: { id, title, url } }) => ({
        label: title || url,
        value: id,
        names: [title, url, id],
      })),
      typed,
    ),
} as const satisfies Option;

const known = ({ feeds, requester }: Context): readonly FeedStatus[] => {
  const requestScope = requester?.scope;
  if (!feeds || !requestScope) return [];
  return feeds
    .known(requestScope)
    .filter(({ subscription: { channel } }) => channel === requestScope.channel || channel === WHOLE_WORKSPACE);
};

/**
 * Returns the feeds and the request scope.
 *
 * @throws ForbiddenError if feeds are not available.
 */
export function feedsFor({ feeds, requester }: Context): {
  readonly feeds: Feeds;
  readonly requestScope: RequestScope;
} {
  if (!feeds) throw new ForbiddenError(message('error.nothingFed'));
  if (!requester?.scope) throw new ForbiddenError(message('error.feedsOfWorkspace'));
  return { feeds, requestScope: requester.scope };
}

/**
 * Returns the requested feed: the one named, or the only one.
 *
 * @throws MissingOptionError if several feeds match, ForbiddenError if there is none.
 */
export async function feedOf(invocation: Invocation, context: Context): Promise<string> {
  const named = invocation.options.feed;
  if (named !== undefined) return named.trim();
  const { feeds, requestScope } = feedsFor(context);
  const [only, ...others] = await feeds.list(requestScope);
  if (!only) throw new ForbiddenError(message('error.noFeedYet'));
  if (others.length === 0) return only.feed.id;
  throw new MissingOptionError(
    message('error.whichFeed', { line: { commandLine: `/${invocation.command}` } }),
    invocation,
  );
}
