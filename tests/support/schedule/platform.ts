import type { Delivery, OutgoingPost, Publisher, Target } from '#core/publisher';
import type { Reply } from '#core/reply';
import type { Tenant } from '#core/storage/store';
import type { TestTime } from './time.ts';

/** A message in a channel. */
export interface Message extends Target {
  readonly id: string;
  readonly mark: string;
  readonly under: string | undefined;
  readonly reply: Reply;
  /** True milliseconds. */
  readonly at: number;
}

/** The outcome of a request. */
export type Fate =
  | { readonly kind: 'taken' }
  /** It is posted, but the response is lost. */
  | { readonly kind: 'answer lost' }
  /** The request is lost, without an error. */
  | { readonly kind: 'lost' }
  | Exclude<Delivery, { kind: 'sent' | 'unknown' }>;

/** A simulated chat platform: its channels, and the outcomes of requests. */
export interface TestPlatform {
  readonly messages: readonly Message[];
  readonly told: readonly (Tenant & { readonly person: string; readonly reply: Reply })[];
  /** When each message key was tried, in true milliseconds. */
  readonly tries: readonly { readonly mark: string; readonly at: number }[];
  /** Decides the outcome of a request; default: it is posted. */
  fate: (parcel: Omit<OutgoingPost, 'stillOwned'>) => Fate;
  /** True milliseconds that a message waits in the queue. */
  queue: number;
  /** True milliseconds until a request arrives, and until its response does. */
  slow: readonly [there: number, back: number];
  /** Whether messages can be found again in channels. */
  reads: 'yes' | 'no' | 'later';
  /** How far back each look-up read, in milliseconds. */
  readonly lookupWindows: number[];
  obstacle: string | undefined;
  /** Renames commands in a text. */
  renames: (text: string) => string;
  /** The message of a channel with a key. */
  under(mark: string): readonly Message[];
  readonly poster: Publisher;
}

export function platformIn(time: TestTime): TestPlatform {
  const messages: Message[] = [];
  const told: (Tenant & { person: string; reply: Reply })[] = [];
  const tries: { mark: string; at: number }[] = [];
  const taken = ({ target, idempotencyKey, threadParent, reply }: Omit<OutgoingPost, 'stillOwned'>): Message => {
    const message = {
      ...target,
      id: `m${messages.length + 1}`,
      mark: idempotencyKey,
      under: threadParent,
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
    told,
    tries,
    fate: () => ({ kind: 'taken' }),
    queue: 0,
    slow: [0, 0],
    reads: 'yes',
    lookupWindows: [],
    obstacle: undefined,
    under: (mark) => messages.filter((message) => message.mark === mark),
    renames: (text) => text,
    poster: {
      renameCommands: (text) => platform.renames(text),
      async post(parcel) {
        await wait(platform.queue);
        if (!(await parcel.stillOwned())) return { kind: 'retry', retryAfterMs: 0, reason: 'It may not go.' };
        tries.push({ mark: parcel.idempotencyKey, at: time.now });
        const [there, back] = platform.slow;
        const fate = platform.fate(parcel);
        await wait(there);
        const message = fate.kind === 'taken' || fate.kind === 'answer lost' ? taken(parcel) : undefined;
        await wait(back);
        if (fate.kind === 'taken') return { kind: 'sent', message: message?.id ?? '' };
        if (fate.kind === 'lost' || fate.kind === 'answer lost') return { kind: 'unknown', reason: 'No answer came.' };
        return fate;
      },
      async find({ target, idempotencyKey, threadParent }, windowMs) {
        platform.lookupWindows.push(windowMs);
        await wait(platform.slow[0]);
        if (platform.reads === 'no') return { kind: 'hidden', reason: 'Onrecord may not read there.' };
        if (platform.reads === 'later') return { kind: 'retry', retryAfterMs: 1_000, reason: 'Nobody answers.' };
        const there = messages.filter(({ channel }) => channel === target.channel);
        const newest = there.at(-1)?.at ?? 0;
        const found = there.find(
          (posted) => posted.mark === idempotencyKey && posted.under === threadParent && posted.at >= newest - windowMs,
        );
        return found ? { kind: 'found', message: found.id } : { kind: 'absent' };
      },
      whyCannotPost: async () => platform.obstacle,
      async notify(tenant, person, reply) {
        told.push({ platform: tenant.platform, workspace: tenant.workspace, person, reply });
      },
    },
  };
  return platform;
}
