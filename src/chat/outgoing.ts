/** Where a call goes, as far as limits are counted. */
export interface Lane {
  readonly workspace: string;
  readonly channel?: string;
  /** The platform's name for the call, where it counts calls by name. */
  readonly method?: string;
}

/** Calls a minute, and how many may run at once. */
export interface Pace {
  /** Least milliseconds between the starts of two calls. */
  readonly every: number;
  readonly atOnce: number;
}

export interface Paces {
  readonly channel: Pace;
  readonly workspace: Pace;
  /** By method; a method without one has only those above. */
  readonly methods?: Readonly<Record<string, Pace>>;
}

/** What to do after a failed call: try again after so many milliseconds, or give up (undefined). */
export type Advice = (error: unknown, attempt: number) => number | undefined;

/** Everything that goes out to one platform. */
export interface Outgoing {
  /**
   * Runs a call when its turn has come. Answers go before posts.
   *
   * @throws BusyError where too many wait already; what the call throws where trying again is of no use.
   */
  send<T>(lane: Lane, urgency: 'answer' | 'post', call: () => Promise<T>): Promise<T>;
  /** Whether a call would be turned away now, so that it can be said before anything is begun. */
  isFull(lane: Lane): boolean;
  /** How many calls wait or run. */
  pending(): number;
  /** Takes nothing new; resolves when what has been taken is done, or after `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

export declare function makeOutgoing(paces: Paces, most: number, advice: Advice): Outgoing;
