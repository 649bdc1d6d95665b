import type { Target } from '#core/publisher';

/** When a question was asked, acknowledged and answered, as seen by the platform: milliseconds of one clock. */
export interface RequestTiming {
  readonly asked: number;
  readonly acknowledged: number;
  readonly answered: number;
}

/** A local platform, in a different process than the product. */
export interface Loopback {
  readonly name: string;
  /** Its limit for posts. */
  readonly limit: Limit;
  /** The settings that connect the product to it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Opens this many channels, up to the schedule limit in each workspace. Call it before the product starts. */
  open(count: number): readonly Target[];
  /** Installs the product if required; it is already running. */
  install(): Promise<void>;
  /** Sends a question: each number is a different user in a different place. */
  ask(number: number, command: string, options: Readonly<Record<string, string>>): Promise<RequestTiming>;
  /** The posts since the last call, with their workspaces; they are discarded afterwards. */
  posts(): readonly Post[];
  /** The reasons for which the platform would have rejected posts not yet discarded. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** A message received by a channel. */
export interface Post {
  readonly at: number;
  readonly workspace: string;
}

/** The rate limit of a platform. */
export interface Limit {
  /** As text, after “than”. */
  readonly text: string;
  /** The minimum duration in milliseconds for this many posts. */
  readonly minMs: (posts: number) => number;
  /** The maximum number of posts per second in total; absent if there is no such limit. */
  readonly perSecond?: number;
}

/** The number of schedules per workspace in the benchmark, which is below the limit. */
export const SCHEDULES_PER_WORKSPACE = 64;
