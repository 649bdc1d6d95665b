/** A feed's subscription at its WebSub hub (https://www.w3.org/TR/websub/). */
export interface HubSubscription {
  readonly feed: string;
  /** The URL of the hub. */
  readonly hub: string;
  /** The URL of the feed at the hub. */
  readonly topic: string;
  /** Identifies the subscription in its callback URL. */
  readonly token: string;
  /** The current request to the hub. */
  readonly mode: HubMode;
}

export type HubMode = 'subscribe' | 'unsubscribe';

/** Subscriptions at hubs. All times are milliseconds since 1970, UTC. */
export interface HubStore {
  /**
   * Claims subscriptions to be requested, renewed, or cancelled because their feed has no subscription left. Each is
   * claimed again after growing delays until the hub confirms it.
   *
   * @param newToken generates an unguessable secret.
   */
  claim(now: number, most: number, newToken: () => string): Promise<readonly HubSubscription[]>;
  find(token: string): Promise<HubSubscription | undefined>;
  /**
   * Records that the hub has confirmed the request.
   *
   * @param lease milliseconds until it must be renewed.
   */
  confirm(token: string, now: number, lease: number): Promise<void>;
  /** Records that the hub has rejected the request. */
  reject(token: string, now: number): Promise<void>;
  /** Makes a feed due at once, but no sooner than a minute after its last response. */
  hasten(feed: string, now: number): Promise<void>;
}
