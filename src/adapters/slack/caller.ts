import type { webApi } from '@slack/bolt';

/** The installation whose token a request came with. */
export interface InstallSource {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
  /** Installed by an organisation for all its workspaces. */
  readonly isOrganisation: boolean;
}

/** A way to reach a user. */
export type Route =
  /** The `response_url` of the request, valid for 30 minutes. `replace` replaces the message with the button. */
  | { readonly kind: 'url'; readonly url: string; readonly replace: boolean }
  /** A message visible to the user only, if the bot is in the channel. */
  | { readonly kind: 'ephemeral'; readonly channel: string; readonly thread?: string | undefined }
  /** The conversation with the bot, by its own ID or by the user's. */
  | { readonly kind: 'direct'; readonly channel: string; readonly thread?: string | undefined };

/** The user who makes a request, and how to reach them. */
export interface Caller {
  readonly client: webApi.WebClient;
  readonly source: InstallSource;
  /** The tenant of the user: uploads are not visible to any other. */
  readonly tenantKey: string;
  readonly user: string;
  readonly channel?: string | undefined;
  readonly thread?: string | undefined;
  /** Opens a modal, once, for three seconds. */
  readonly trigger?: string | undefined;
  /** The best route first; each next one is used if the previous is closed. */
  readonly routes: readonly Route[];
}

/** The key that rate limits are counted by. */
export const workspaceOf = ({ team, enterprise }: InstallSource): string => team ?? enterprise ?? 'here';

/** @param team the requester’s own workspace; in a shared channel, it may not be the one with the app. */
export const tenantKeyOf = (enterprise: string | undefined, team: string | undefined): string =>
  `slack:${[enterprise, team].filter(Boolean).join('/')}`;

/** Whether only the requester sees the answer because the conversation has no other member. */
export const isDirectConversation = ({ routes: [first] }: Caller): boolean => first?.kind === 'direct';

/** The reply routes after a `response_url`, which may have expired; the bot may not be in the channel either. */
export function routesFrom(
  user: string,
  {
    url,
    replace,
    channel,
    thread,
  }: {
    readonly url?: string | undefined;
    readonly replace?: boolean;
    readonly channel?: string | undefined;
    readonly thread?: string | undefined;
  },
): readonly Route[] {
  return [
    ...(url === undefined ? [] : [{ kind: 'url', url, replace: replace ?? false } as const]),
    ...(channel === undefined ? [] : [{ kind: 'ephemeral', channel, thread } as const]),
    { kind: 'direct', channel: user },
  ];
}
