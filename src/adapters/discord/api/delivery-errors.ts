import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { BusyError } from '#chat/queue/request-queue';
import type { Delivery } from '#core/publisher';
import { Refusal } from './errors.ts';

/** How a message ended that did not arrive for certain. */
export type Ending = Exclude<Delivery, { kind: 'sent' }>;

/** A call that failed, with what that means. */
export class Attempt extends Error {
  override readonly name = 'Attempt';
  readonly ending: Ending;
  /** What Discord or the network said, without secrets. */
  readonly refusal: Refusal;

  /** @param ending what it means, where more is known than the error tells. */
  constructor(error: unknown, ending?: Ending) {
    super('a call to Discord failed');
    this.refusal = error instanceof Refusal ? error : new Refusal(error);
    this.ending = ending ?? endingOf(error, this.refusal);
  }
}

/** A wait that a post makes in its place, milliseconds; for a longer one it is put off. */
const LONGEST_WAIT = 20_000;
const MOST_WAITS = 5;

/** When an answer that got lost is asked for once more, milliseconds. */
const SETTLING: readonly number[] = [1, 250, 1_000];

/**
 * What is tried again at once: what Discord holds up for a moment, and what may have arrived although the answer got lost.
 * Sent again under the same nonce, that is the same message: Discord gives it back instead of making a second one.
 */
export function adviceOn(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof Attempt)) return undefined;
  const { ending } = error;
  if (ending.kind === 'unsure') return SETTLING[attempt - 1];
  if (ending.kind !== 'later' || !error.refusal.name.startsWith('RateLimitError')) return undefined;
  return attempt <= MOST_WAITS && ending.after <= LONGEST_WAIT ? ending.after : undefined;
}

/** Asked last, whoever posts said that it may not go any more. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const later = (after: number, reason: string): Ending => ({ kind: 'later', after, reason });
const closed = (reason: string): Ending => ({ kind: 'closed', reason });
const refused = (reason: string): Ending => ({ kind: 'refused', reason });

const FORBIDDEN = closed(
  'Onrecord may not write in this channel: give its role “View Channel” and “Send Messages” there, or invite it again.',
);
const GONE = closed('The channel is gone: make a schedule for another one.');
const WRONG_KIND = closed('Nothing can be posted in this kind of channel: choose a text channel.');
const LOCKED = closed('The thread is closed: open it again, or choose another channel.');
const UNTOLD = closed('This person takes no direct messages from Onrecord: their privacy settings can allow them.');
const BUSY_CHANNEL = later(MINUTE, 'Discord lets nothing more into this channel at present.');

/** By Discord's codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const ENDINGS: Readonly<Record<number, Ending>> = {
  [Code.UnknownChannel]: GONE,
  [Code.UnknownGuild]: GONE,
  [Code.UnknownMessage]: closed('The post has been deleted.'),
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit]: BUSY_CHANNEL,
  [Code.ChannelSendRateLimit]: BUSY_CHANNEL,
  [Code.ServerSendRateLimit]: BUSY_CHANNEL,
  [Code.MissingAccess]: FORBIDDEN,
  [Code.CannotSendMessagesToThisUser]: UNTOLD,
  [Code.CannotSendMessagesInNonTextChannel]: WRONG_KIND,
  [Code.MissingPermissions]: FORBIDDEN,
  [Code.CannotExecuteActionOnThisChannelType]: WRONG_KIND,
  [Code.InvalidActionOnArchivedThread]: LOCKED,
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: UNTOLD,
  [Code.CannotReplyWithoutPermissionToReadMessageHistory]: closed(
    'Onrecord may not reply in this channel: give its role “Create Public Threads” and “Read Message History” there, or ' +
      'invite it again.',
  ),
  [Code.ThreadLocked]: LOCKED,
  [Code.MessageWasBlockedByAutomaticModeration]: refused('AutoMod of the server does not let the post through.'),
  [Code.TitleWasBlockedByAutomaticModeration]: refused('AutoMod of the server does not let the post through.'),
};

/** What never reached Discord: no connection came about. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const UNAUTHORISED = later(MINUTE, 'Discord does not take DISCORD_TOKEN at present.');

function endingOf(error: unknown, { code, status }: Refusal): Ending {
  if (error instanceof NotNow) return later(0, 'Somebody else has taken it over.');
  if (error instanceof BusyError) return later(SECOND, error.message);
  if (error instanceof RateLimitError) {
    return later(Math.max(error.retryAfter, error.timeToReset, 0), 'Discord asks for a pause.');
  }
  if (error instanceof DiscordAPIError) return apiEnding(Number(code), status ?? 0);
  if (error instanceof HTTPError) return unsure(`Discord had an error of its own (${status}).`);
  if (UNREACHED.has(String(code))) return later(5 * SECOND, `Discord cannot be reached (${code}).`);
  return unsure('Discord’s answer got lost.');
}

const unsure = (reason: string): Ending => ({ kind: 'unsure', reason });

/** Without a code of Discord's, something before it turned the call away: that says nothing about the channel. */
function apiEnding(code: number, status: number): Ending {
  if (status === 401) return UNAUTHORISED;
  const known = ENDINGS[code];
  if (known) return known;
  if (!(code > 0)) return later(MINUTE, `Discord, or a proxy before it, turned the call away (${status}).`);
  if (status === 403) return FORBIDDEN;
  if (status === 404) return GONE;
  return refused(`Discord does not take the post as it stands (${code}).`);
}
