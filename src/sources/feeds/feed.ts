/** One item of a feed, the same for every format. */
export interface FeedItem {
  /** As the feed gives it; absent where it gives none. */
  readonly id?: string;
  /** Absolute, http or https. */
  readonly url?: string;
  /** Plain text, one line. */
  readonly title: string;
  /** HTML or text, as the feed gives it: the whole story, or the beginning of it. */
  readonly content?: string;
  readonly authors: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly published?: number;
  readonly updated?: number;
}

/** How often a feed wishes to be asked. */
export interface FeedPace {
  /** Minutes in which it does not change. */
  readonly ttl?: number;
  /** Hours of the day, UTC, in which it does not change. */
  readonly skipHours?: readonly number[];
}

export interface ParsedFeed {
  readonly title: string;
  /** The site it belongs to. */
  readonly site?: string;
  readonly pace: FeedPace;
  /** As the feed orders them. */
  readonly items: readonly FeedItem[];
}
