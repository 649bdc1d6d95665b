import type { Language, RenameCommands, Text } from './messages/index.ts';
import type { Reply } from './reply.ts';
import type { Tenant } from './storage/store.ts';

/** A channel of a workspace. */
export interface Target extends Tenant {
  readonly channel: string;
}

/** The outcome of a message. */
export type Delivery =
  | { readonly kind: 'sent'; readonly message: string }
  /** It was not sent, and can be retried after the given milliseconds. */
  | { readonly kind: 'retry'; readonly retryAfterMs: number; readonly reason: Text }
  /** It was not sent: the channel is gone, archived, or closed to Onrecord. */
  | { readonly kind: 'channelUnavailable'; readonly reason: Text }
  /** It was not sent: the platform rejects the message. */
  | { readonly kind: 'rejected'; readonly reason: Text }
  /** It may have been sent: the response was lost. */
  | { readonly kind: 'unknown'; readonly reason: Text };

/** The result of reading back. `hidden`: Onrecord may not read the channel, so the result is unknown. */
export type LookupResult =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' }
  /** Unknown for now; may be asked again after the given milliseconds. */
  | { readonly kind: 'retry'; readonly retryAfterMs: number; readonly reason: Text }
  | { readonly kind: 'hidden'; readonly reason: Text };

/** A message to a channel that must arrive exactly once. */
export interface OutgoingPost {
  readonly target: Target;
  /** Identifies the message: `^[a-z0-9]{1,25}$`, unique for each message. */
  readonly idempotencyKey: string;
  readonly reply: Reply;
  /** The language of our own words around it; English if left out. */
  readonly language?: Language | undefined;
  /** The parent message of its thread; the post is looked up only there. */
  readonly threadParent?: string;
  /**
   * Called right before sending: whether this process still owns the post. Another process
   * may have taken it over in the meantime. If not, the outcome is `retry`.
   */
  stillOwned(): Promise<boolean>;
}

/** Identifies a post for a lookup. */
export type PostKey = Pick<OutgoingPost, 'target' | 'idempotencyKey' | 'threadParent'>;

/** Posts to channels, for schedules. Never throws: every outcome is a value. */
export interface Publisher {
  /** How commands are called on the platform; absent where they have the names of this project. */
  readonly renameCommands?: RenameCommands;
  /** Waits for its turn; a request that takes more than twenty seconds is aborted, and its outcome is `unknown`. */
  post(post: OutgoingPost): Promise<Delivery>;
  /**
   * Looks up a post by its key, back to the given milliseconds before the newest message, by the platform's
   * timestamps, as the clock of this machine may have been wrong when it was sent.
   */
  find(post: PostKey, windowMs: number): Promise<LookupResult>;
  /** Why posting to the channel is impossible, and what to do; undefined if it is possible. */
  whyCannotPost(target: Target): Promise<Text | undefined>;
  /** Sends a private message to a user; a failure is logged. */
  notify(tenant: Tenant, user: string, reply: Reply): Promise<void>;
}
