import { RESTJSONErrorCodes as Code } from 'discord.js';
import type { RichText } from '#core/reply';

/** What is told of an error of the client: its own may hold addresses and bodies with tokens in them. */
export class Refusal extends Error {
  override readonly name: string;
  /** Discord's code, or the name that the client or the system has for it. */
  readonly code: number | string | undefined;
  readonly status: number | undefined;

  constructor(error: unknown) {
    const { name, message, code, status } = (error ?? {}) as Partial<Refusal>;
    super(String(message ?? error).slice(0, LONGEST));
    this.name = String(name ?? 'Error');
    this.code = code;
    this.status = status;
  }

  /** For the log. */
  get facts(): Readonly<Record<string, unknown>> {
    const { name, message, code, status } = this;
    return { error: name, reason: message, code, status };
  }
}

const LONGEST = 500;

/** Runs a call to Discord. @throws Refusal for whatever goes wrong in it. */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Refusal(error);
  }
}

/** What a refusal means, and what to do about it. */
export interface Verdict {
  readonly outcome: 'refused' | 'busy';
  /** For the log. */
  readonly says: string;
  /** For the asker, where there is still a way to tell them. */
  readonly tell?: RichText;
  /** The channel takes nothing at all, and so not that either. */
  readonly closed?: true;
  /** The token is worth nothing any more. */
  readonly lost?: true;
}

interface Circumstances {
  /** What joins the asker's sentence to the log. */
  readonly id: string;
  /** The link by which the bot is invited with the permissions that it needs. */
  readonly invite: string;
}

export const REVOKED =
  'Discord no longer takes DISCORD_TOKEN: it was reset, or the application is gone. ' +
  'Copy the new one (https://discord.com/developers/applications, Bot, Reset Token) into .env and start again.';

const EXPIRED: Verdict = {
  outcome: 'refused',
  says: 'The answer came too late: Discord takes none for a question older than 15 minutes.',
};

function forbidden({ invite }: Circumstances): Verdict {
  const says =
    'Onrecord may not write in this channel: give its role “View Channel” and “Send Messages” here, or invite it again';
  return {
    outcome: 'refused',
    says: `${says} with ${invite}`,
    closed: true,
    tell: [`${says} with `, { text: 'this link', href: invite }, '.'],
  };
}

function unfit({ id }: Circumstances): Verdict {
  return {
    outcome: 'refused',
    says: 'Discord did not take the answer as it stands.',
    tell: [`Discord did not take this answer; the log has it as ${id}.`],
  };
}

function unreached({ id }: Circumstances): Verdict {
  return {
    outcome: 'refused',
    says: 'Discord could not be reached for the answer.',
    tell: [`Discord has trouble at present: ask again in a minute. The log has it as ${id}.`],
  };
}

/** By Discord's codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const VERDICTS: Readonly<Record<number, (about: Circumstances) => Verdict>> = {
  [Code.UnknownChannel]: () => ({
    outcome: 'refused',
    says: 'The channel is gone.',
    tell: ['This channel is gone: ask in another one.'],
  }),
  [Code.UnknownMessage]: () => ({
    outcome: 'refused',
    says: 'The message to change is gone: it was dismissed or deleted.',
  }),
  [Code.UnknownWebhook]: () => EXPIRED,
  [Code.UnknownInteraction]: () => ({
    outcome: 'refused',
    says:
      'Discord took the question back before it was acknowledged: it allows three seconds. ' +
      'Where this happens often, the machine or its network is too slow.',
  }),
  [Code.InteractionHasAlreadyBeenAcknowledged]: () => ({
    outcome: 'refused',
    says: 'Somebody else has answered the question: stop the other process that runs with the same DISCORD_TOKEN.',
  }),
  [Code.MissingAccess]: forbidden,
  [Code.MissingPermissions]: forbidden,
  [Code.InvalidWebhookToken]: () => EXPIRED,
  [Code.InvalidActionOnArchivedThread]: () => ({
    outcome: 'refused',
    says: 'The thread is closed.',
    closed: true,
    tell: ['This thread is closed: open it again first.'],
  }),
  [Code.MessageWasBlockedByAutomaticModeration]: ({ id }) => ({
    outcome: 'refused',
    says: 'AutoMod of the server does not let the answer through.',
    tell: [`This server’s AutoMod does not let this answer through; the log has it as ${id}.`],
  }),
};

/** What became of a question whose answer Discord refused. */
export function verdictOn(refusal: Refusal, about: Circumstances): Verdict {
  if (typeof refusal.code === 'number' && refusal.code in VERDICTS)
    return VERDICTS[refusal.code]?.(about) ?? unfit(about);
  if (refusal.status === 401) return { outcome: 'refused', says: REVOKED, lost: true };
  if (refusal.name.startsWith('RateLimitError')) {
    return { outcome: 'busy', says: 'Discord asks for a longer wait than anybody has for an answer.' };
  }
  if (refusal.status === undefined || refusal.status >= 500) {
    return unreached(about);
  }
  return unfit(about);
}
