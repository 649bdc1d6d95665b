import type { Logger } from '#core/ports';
import { SlackApiError } from '../api/errors.ts';
import type { Sender } from '../api/send.ts';
import type { Caller } from '../caller.ts';
import { isDirect } from '../tenant.ts';
import type { Permissions } from './permissions.ts';

/** A channel as returned by Slack: https://docs.slack.dev/reference/objects/conversation-object */
interface Conversation {
  readonly is_read_only?: boolean;
  readonly is_thread_only?: boolean;
  readonly properties?: { readonly posting_restricted_to?: { readonly user?: readonly string[] } };
}

interface Deps {
  readonly sender: Pick<Sender, 'call'>;
  readonly logger: Logger;
  readonly permissions: Permissions;
}

/**
 * Whether a user may post in the channel of a request: a user who may not post there may not do so through the app. It
 * needs the optional scopes `channels:read` and `groups:read`; if Slack does not return the channel, only Slack’s own
 * rules for the app apply.
 */
export const makePostingCheck =
  ({ sender, logger, permissions }: Deps) =>
  async (caller: Caller): Promise<boolean> => {
    const { channel, thread } = caller;
    if (channel === undefined || isDirect(channel)) return true;
    const { is_read_only, is_thread_only, properties } = await conversation(caller, channel);
    const restricted = properties?.posting_restricted_to;
    if (is_thread_only && thread === undefined) return isManager(caller, permissions);
    if (!is_read_only && !restricted) return true;
    return restricted?.user?.includes(caller.user) || isManager(caller, permissions);

    async function conversation(from: Caller, id: string): Promise<Conversation> {
      try {
        const { channel: found } = await sender.call(from, 'conversations.info', { channel: id });
        return (found ?? {}) as Conversation;
      } catch (error) {
        if (!(error instanceof SlackApiError)) throw error;
        logger.info('Slack does not tell who may post in a channel', { method: error.method, reason: error.reason });
        return {};
      }
    }
  };

async function isManager(caller: Caller, permissions: Permissions): Promise<boolean> {
  try {
    return (await permissions(caller)?.canManageSchedules()) ?? false;
  } catch {
    return false;
  }
}
