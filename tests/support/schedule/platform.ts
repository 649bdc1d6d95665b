import type { Delivery, OutgoingPost, Publisher, Target } from '#core/publisher';
import type { Reply } from '#core/reply';
import type { Tenant } from '#core/storage/store';
import type { TestTime } from './time.ts';

/** A message as it stands in a channel. */
export interface Message extends Target {
  readonly id: string;
  readonly mark: string;
  readonly under: string | undefined;
  readonly reply: Reply;
  /** True milliseconds. */
  readonly at: number;
}

/** What becomes of the next request. */
export type Fate =
  | { readonly kind: 'taken' }
  /** It is there, but the answer gets lost. */
  | { readonly kind: 'answer lost' }
  /** It never arrives, without an error. */
  | { readonly kind: 'lost' }
  | Exclude<Delivery, { kind: 'sent' | 'unknown' }>;

/** A chat platform of a test: the channels, and what happens to requests. */
export interface TestPlatform {
  readonly messages: readonly Message[];
  readonly told: readonly (Tenant & { readonly person: string; readonly reply: Reply })[];
  /** When each mark was tried, in true milliseconds. */
  readonly tries: readonly { readonly mark: string; readonly at: number }[];
  /** Decides what becomes of a request; every one is taken where nothing is said. */
  fate: (parcel: Omit<OutgoingPost, 'stillOwned'>) => Fate;
  /** True milliseconds until a message’s turn comes. */
  queue: number;
  /** True milliseconds until a request arrives, and until its answer does. */
  slow: readonly [there: number, back: number];
  /** Whether channels can be read back. */
  reads: 'yes' | 'no' | 'later';
  /** How far back each look-up went, in milliseconds. */
  readonly lookupWindows: number[];
  obstacle: string | undefined;
  /** How commands are called there. */
  renames: (text: string) => string;
  /** What stands in a channel under a mark. */
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
