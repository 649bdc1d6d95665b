import type { Delivery, OutgoingPost, Publisher, Target } from '#core/publisher';
import type { Reply } from '#core/reply';
import type { Tenant } from '#core/storage/store';
import type { TestTime } from './time.ts';

/** A message in a channel. */
export interface Message extends Target {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly threadParent: string | undefined;
  readonly reply: Reply;
  /** True milliseconds. */
  readonly at: number;
}

/** The outcome of a request. */
export type RequestOutcome =
  | { readonly kind: 'taken' }
  /** It is posted, but the response is lost. */
  | { readonly kind: 'answer lost' }
  /** The request is lost, without an error. */
  | { readonly kind: 'lost' }
  | Exclude<Delivery, { kind: 'sent' | 'unknown' }>;

/** A simulated chat platform: its channels, and the outcomes of requests. */
export interface TestPlatform {
  readonly messages: readonly Message[];
  readonly notices: readonly (Tenant & { readonly person: string; readonly reply: Reply })[];
  /** When each message key was tried, in true milliseconds. */
  readonly attempts: readonly { readonly idempotencyKey: string; readonly at: number }[];
  /** Decides the outcome of a request; default: it is posted. */
  outcome: (outgoingPost: Omit<OutgoingPost, 'stillOwned'>) => RequestOutcome;
  /** True milliseconds that a message waits in the queue. */
  queue: number;
  /** True milliseconds until a request arrives, and until its response does. */
  latencies: readonly [there: number, back: number];
  /** Whether messages can be found again in channels. */
  readBack: 'yes' | 'no' | 'later';
  /** How far back each look-up read, in milliseconds. */
  readonly lookupWindows: number[];
  whyCannotPost: string | undefined;
  /** Renames commands in a text. */
  renames: (text: string) => string;
  /** The message of a channel with a key. */
  threadParent(messageKey: string): readonly Message[];
  readonly publisher: Publisher;
}

export function platformIn(time: TestTime): TestPlatform {
  const messages: Message[] = [];
  const notices: (Tenant & { person: string; reply: Reply })[] = [];
  const attempts: { idempotencyKey: string; at: number }[] = [];
  const taken = ({ target, idempotencyKey, threadParent, reply }: Omit<OutgoingPost, 'stillOwned'>): Message => {
    const message = {
      ...target,
      id: `m${messages.length + 1}`,
      idempotencyKey,
      threadParent,
      reply,
      at: time.now,
    };
    messages.push(message);
    return message;
  };
  const wait = async (milliseconds: number): Promise<void> => {
    if (milliseconds > 0) await time.after(milliseconds);
  };

  const platform: TestPlatform = {
    messages,
    notices,
    attempts,
    outcome: () => ({ kind: 'taken' }),
    queue: 0,
    latencies: [0, 0],
    readBack: 'yes',
    lookupWindows: [],
    whyCannotPost: undefined,
    threadParent: (messageKey) => messages.filter((message) => message.idempotencyKey === messageKey),
    renames: (text) => text,
    publisher: {
      renameCommands: (text) => platform.renames(text),
      async post(outgoingPost) {
        await wait(platform.queue);
        if (!(await outgoingPost.stillOwned())) return { kind: 'retry', retryAfterMs: 0, reason: 'It may not go.' };
        attempts.push({ idempotencyKey: outgoingPost.idempotencyKey, at: time.now });
        const [there, back] = platform.latencies;
        const outcome = platform.outcome(outgoingPost);
        await wait(there);
        const message = outcome.kind === 'taken' || outcome.kind === 'answer lost' ? taken(outgoingPost) : undefined;
        await wait(back);
        if (outcome.kind === 'taken') return { kind: 'sent', message: message?.id ?? '' };
        if (outcome.kind === 'lost' || outcome.kind === 'answer lost')
          return { kind: 'unknown', reason: 'No answer came.' };
        return outcome;
      },
      async find({ target, idempotencyKey, threadParent }, windowMs) {
        platform.lookupWindows.push(windowMs);
        await wait(platform.latencies[0]);
        if (platform.readBack === 'no') return { kind: 'hidden', reason: 'Onrecord may not read there.' };
        if (platform.readBack === 'later') return { kind: 'retry', retryAfterMs: 1_000, reason: 'Nobody answers.' };
        const there = messages.filter(({ channel }) => channel === target.channel);
        const newest = there.at(-1)?.at ?? 0;
        const found = there.find(
          (posted) =>
            posted.idempotencyKey === idempotencyKey &&
            posted.threadParent === threadParent &&
            posted.at >= newest - windowMs,
        );
        return found ? { kind: 'found', message: found.id } : { kind: 'absent' };
      },
      whyCannotPost: async () => platform.whyCannotPost,
      async notify(tenant, person, reply) {
        notices.push({ platform: tenant.platform, workspace: tenant.workspace, person, reply });
      },
    },
  };
  return platform;
}
