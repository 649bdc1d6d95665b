/** A feed's subscription at its WebSub hub (https://www.w3.org/TR/websub/). */
export interface HubSubscription {
  readonly feed: string;
  /** The address of the hub. */
  readonly hub: string;
  /** The address under which the hub knows the feed. */
  readonly topic: string;
  /** Identifies the subscription in its callback address. */
  readonly token: string;
  /** What is requested of the hub at present. */
  readonly mode: HubMode;
}

export type HubMode = 'subscribe' | 'unsubscribe';

/** Subscriptions at hubs. All times are milliseconds since 1970, UTC. */
export interface HubStore {
  /**
   * Takes up subscriptions that are to be requested, renewed, or cancelled because no channel has their feed any more.
   * Each is taken up again after a growing wait, until the hub confirms it.
   *
   * @param newToken makes a secret that nobody can guess.
   */
  claim(now: number, most: number, newToken: () => string): Promise<readonly HubSubscription[]>;
  find(token: string): Promise<HubSubscription | undefined>;
  /** Records that the hub has confirmed what was requested. @param lease milliseconds until it must be renewed. */
  confirm(token: string, now: number, lease: number): Promise<void>;
  /** Records that the hub has refused it. */
  refuse(token: string, now: number): Promise<void>;
  /** Makes a feed due at once, but not sooner than a minute after its last answer. */
  hasten(feed: string, now: number): Promise<void>;
}
