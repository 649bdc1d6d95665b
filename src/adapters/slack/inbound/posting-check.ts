import { errorKind } from '#chat/platform-error';
import { UserError } from '#core/errors';
import { message, type Text } from '#core/messages/index';
import type { Logger } from '#core/ports';
import { SlackApiError } from '../api/errors.ts';
import type { Sender } from '../api/send.ts';
import type { Caller } from '../caller.ts';
import { READ_SCOPES } from '../scopes.ts';
import { isDirect, PLATFORM } from '../tenant.ts';
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
 * needs the optional scopes `channels:read` and `groups:read`.
 *
 * @throws UserError with the solution if Slack does not return the channel: nothing is posted without the check.
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
        if (found) return found as Conversation;
      } catch (error) {
        if (!(error instanceof SlackApiError)) throw error;
        // A group of direct messages, which has no rules about who may post.
        if (error.neededScope === 'mpim:read') return {};
        logger.info('could not check who may post in a channel, so nothing is shared there', error.details);
        throw new UserError(whyUnchecked(error));
      }
      throw new UserError(UNCHECKED);
    }
  };

const UNCHECKED = message('chat.postingUnknown', { platform: PLATFORM });

function whyUnchecked(error: SlackApiError): Text {
  if (error.reason === 'missing_scope') return message('chat.postingHidden', { scopes: READ_SCOPES.join(', ') });
  return errorKind(error) === 'routeClosed' ? message('chat.postingInvite', { platform: PLATFORM }) : UNCHECKED;
}

async function isManager(caller: Caller, permissions: Permissions): Promise<boolean> {
  try {
    return (await permissions(caller)?.canManageSchedules()) ?? false;
  } catch {
    return false;
  }
}
