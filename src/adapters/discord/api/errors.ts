import { RESTJSONErrorCodes as Code } from 'discord.js';
import { PlatformError, type PlatformErrorKind } from '#chat/platform-error';
import { inEnglish, type Translate } from '#core/messages/index';
import type { RichText } from '#core/reply';
import { firstPart } from '#text/truncate';
import { PLATFORM } from '../tenant.ts';

/** A failed call to Discord, without the URLs and bodies of the client's own error: they contain tokens. */
export class DiscordApiError extends PlatformError {
  override readonly name: string;
  /** Discord's error code, or the error name from the client or the system. */
  readonly code: number | string | undefined;
  readonly status: number | undefined;

  constructor(error: unknown) {
    const { name, message, code, status } = (error ?? {}) as Partial<DiscordApiError>;
    super(firstPart(String(message ?? error), MAX_MESSAGE_LENGTH));
    this.name = String(name ?? 'Error');
    this.code = code;
    this.status = status;
  }

  override get kind(): PlatformErrorKind {
    // An expired interaction token does not mean that the bot's token is invalid.
    if (this.status === 401 && this.code !== Code.InvalidWebhookToken) return 'tokenRevoked';
    if (CLOSED_CODES.has(this.code)) return 'routeClosed';
    if (this.name.startsWith('RateLimitError') || this.status === undefined || this.status >= 500) return 'transient';
    return 'invalidPayload';
  }

  override get details(): Readonly<Record<string, unknown>> {
    const { name, message, code, status } = this;
    return { error: name, reason: message, code, status };
  }
}

const MAX_MESSAGE_LENGTH = 500;

/** The channel accepts no messages at all, so no error report either. */
const CLOSED_CODES: ReadonlySet<unknown> = new Set([
  Code.MissingAccess,
  Code.MissingPermissions,
  Code.InvalidActionOnArchivedThread,
]);

/** Whether Discord rejected a message because of its files: they are too large, or attachments are not allowed. */
export const isFileRejected = (error: unknown): error is DiscordApiError =>
  error instanceof DiscordApiError && (error.kind === 'invalidPayload' || error.code === Code.MissingPermissions);

/** Discord's codes for a message that it does not accept as it is built. */
const REFUSED_CODES: ReadonlySet<unknown> = new Set([
  Code.InvalidFormBodyOrContentType,
  Code.CannotSendAnEmptyMessage,
  Code.RequestEntityTooLarge,
]);

/** Whether Discord refused the components of a message, so that plain text may be accepted. */
export const isBodyRejected = (code: unknown): boolean => REFUSED_CODES.has(code);

/** Runs a call to Discord. @throws DiscordApiError for any error in it. */
export async function callApi<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new DiscordApiError(error);
  }
}

/** The meaning of a rejection, and how to resolve it. */
export interface ErrorReport {
  readonly outcome: 'refused' | 'busy';
  /** For the log. */
  readonly log: string;
  /** For the user, if they can still be reached. */
  readonly reply?: RichText;
}

interface ErrorContext {
  /** The ID that links the user's message to the log. */
  readonly id: string;
  /** The invite link with the permissions that the bot needs. */
  readonly invite: string;
  /** Translates into the user's language. */
  readonly t: Translate;
}

export const TOKEN_REVOKED =
  'Discord no longer accepts DISCORD_TOKEN: it was reset, or the application was deleted. ' +
  'Copy the new one (https://discord.com/developers/applications, Bot, Reset Token) into .env and start again.';

const INTERACTION_EXPIRED: ErrorReport = {
  outcome: 'refused',
  log: 'The answer was too late: Discord accepts none after 15 minutes.',
};

const forbidden = ({ invite, t }: ErrorContext): ErrorReport => ({
  outcome: 'refused',
  log: inEnglish('chat.inviteAgain', { link: invite }),
  reply: t.rich('chat.inviteAgain', { link: { text: t('chat.thisLink'), href: invite } }),
});

function invalidAnswer({ id, t }: ErrorContext): ErrorReport {
  return {
    outcome: 'refused',
    log: 'Discord rejected the answer.',
    reply: [t('chat.notTaken', { platform: PLATFORM, id })],
  };
}

function unreachable({ id, t }: ErrorContext): ErrorReport {
  return {
    outcome: 'refused',
    log: 'Discord could not be reached for the answer.',
    reply: [t('chat.trouble', { platform: PLATFORM, id })],
  };
}

/** By Discord error code: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REPORTS: Readonly<Record<number, (about: ErrorContext) => ErrorReport>> = {
  [Code.UnknownChannel]: ({ t }) => ({
    outcome: 'refused',
    log: 'The channel no longer exists.',
    reply: [t('chat.channelGone')],
  }),
  [Code.UnknownMessage]: () => ({
    outcome: 'refused',
    log: 'The message to change no longer exists: it was dismissed or deleted.',
  }),
  [Code.UnknownWebhook]: () => INTERACTION_EXPIRED,
  [Code.UnknownInteraction]: () => ({
    outcome: 'refused',
    log:
      'The interaction expired before it was acknowledged: Discord allows three seconds. ' +
      'Where this happens often, the machine or its network is too slow.',
  }),
  [Code.InteractionHasAlreadyBeenAcknowledged]: () => ({
    outcome: 'refused',
    log: 'Another process has answered the interaction: stop the other process that runs with the same DISCORD_TOKEN.',
  }),
  [Code.MissingAccess]: forbidden,
  [Code.MissingPermissions]: forbidden,
  [Code.InvalidWebhookToken]: () => INTERACTION_EXPIRED,
  [Code.InvalidActionOnArchivedThread]: ({ t }) => ({
    outcome: 'refused',
    log: 'The thread is closed.',
    reply: [t('chat.threadClosed')],
  }),
  [Code.MessageWasBlockedByAutomaticModeration]: ({ id, t }) => ({
    outcome: 'refused',
    log: 'The server’s AutoMod blocked the answer.',
    reply: [t('chat.moderated', { id })],
  }),
};

/** Returns the report for a request whose answer Discord rejected. */
export function reportFor(refusal: DiscordApiError, about: ErrorContext): ErrorReport {
  if (typeof refusal.code === 'number' && refusal.code in REPORTS)
    return REPORTS[refusal.code]?.(about) ?? invalidAnswer(about);
  if (refusal.kind === 'tokenRevoked') return { outcome: 'refused', log: TOKEN_REVOKED };
  if (refusal.name.startsWith('RateLimitError')) {
    return { outcome: 'busy', log: 'Discord asks for a longer wait than an answer can take.' };
  }
  return refusal.kind === 'transient' ? unreachable(about) : invalidAnswer(about);
}
