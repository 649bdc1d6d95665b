/** An item of a feed, independent of the format. */
export interface FeedItem {
  /** As in the feed; absent if it has none. */
  readonly id?: string;
  /** Absolute, http or https. */
  readonly url?: string;
  /** Plain text, one line. */
  readonly title: string;
  /** HTML or text, as in the feed: the whole story, or the beginning of it. */
  readonly content?: string;
  readonly authors: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly published?: number;
  readonly updated?: number;
}

/** The polling interval that a feed requests. */
export interface FeedPace {
  /** Minutes during which it does not change. */
  readonly ttl?: number;
  /** Hours of the day (UTC) during which it does not change. */
  readonly skipHours?: readonly number[];
}

export interface ParsedFeed {
  readonly title: string;
  /** The site it belongs to. */
  readonly site?: string;
  readonly pace: FeedPace;
  /** The address of its hub, and its own as the hub knows it. */
  readonly hub?: string;
  readonly self?: string;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
}
