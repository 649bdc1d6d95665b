import type { Language } from './messages/index.ts';
import type { Reply } from './reply.ts';
import type { Tenant } from './storage/store.ts';

/** A channel of a workspace. */
export interface Target extends Tenant {
  readonly channel: string;
}

/** What became of a message. */
export type Delivery =
  | { readonly kind: 'sent'; readonly message: string }
  /** It was not sent, and can be tried again after so many milliseconds. */
  | { readonly kind: 'retry'; readonly retryAfterMs: number; readonly reason: string }
  /** It was not sent: the channel is gone, archived, or closed to Onrecord. */
  | { readonly kind: 'channelUnavailable'; readonly reason: string }
  /** It was not sent: the platform does not take this message. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** It may have been sent: the answer got lost. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** The result of reading back. `hidden`: Onrecord may not read the channel, so the result is unknown. */
export type LookupResult =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' }
  /** It cannot be told now; it may be after so many milliseconds. */
  | { readonly kind: 'retry'; readonly retryAfterMs: number; readonly reason: string }
  | { readonly kind: 'hidden'; readonly reason: string };

/** A message to a channel that must arrive exactly once. */
export interface OutgoingPost {
  readonly target: Target;
  /** What it can be known by again: `^[a-z0-9]{1,25}$`, of its own for each message. */
  readonly idempotencyKey: string;
  readonly reply: Reply;
  /** What our own words around it are in; English where nothing is said. */
  readonly language?: Language | undefined;
  /** The message in whose thread it goes; its own mark is not looked for elsewhere. */
  readonly threadParent?: string;
  /**
   * Asked last, when its turn has come and nothing is left but to send it: whether it still may go. Another process
   * may have taken it over while it waited. Where not, the outcome is `retry`.
   */
  stillOwned(): Promise<boolean>;
}

/** What a post is found again by. */
export type PostKey = Pick<OutgoingPost, 'target' | 'idempotencyKey' | 'threadParent'>;

/** Posts to channels, for schedules. Never throws: every outcome is a value. */
export interface Publisher {
  /** Waits for its turn; a request that is on its way for twenty seconds is given up, and its outcome is `unknown`. */
  post(post: OutgoingPost): Promise<Delivery>;
  /**
   * Looks for what was posted under a mark, back to so many milliseconds before the newest message: by the platform's
   * own time stamps, as the clock of this machine may have been wrong when it was posted.
   */
  find(post: PostKey, windowMs: number): Promise<LookupResult>;
  /** Why the channel cannot be posted in, in a sentence that says what to do; undefined where it can. */
  whyCannotPost(target: Target): Promise<string | undefined>;
  /** Tells one person, privately; what cannot be told is logged. */
  notify(tenant: Tenant, user: string, reply: Reply): Promise<void>;
}
