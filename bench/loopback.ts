import type { Target } from '#core/publisher';

/** When a question was asked, acknowledged and answered, as its platform sees it: milliseconds of one clock. */
export interface RequestTiming {
  readonly asked: number;
  readonly acknowledged: number;
  readonly answered: number;
}

/** A platform on this machine, in another process than the product. */
export interface Loopback {
  readonly name: string;
  /** How fast it takes posts. */
  readonly limit: Limit;
  /** What connects the product to it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Opens so many channels, as many in a workspace as may have schedules. To be called before the product starts. */
  open(count: number): readonly Target[];
  /** Lets the product in where it has to be let in; it is running by then. */
  install(): Promise<void>;
  /** Somebody asks: each number from somebody else's place. */
  ask(number: number, command: string, options: Readonly<Record<string, string>>): Promise<RequestTiming>;
  /** When posts came since the last time, with their workspaces; whatever came is forgotten then. */
  posts(): readonly Post[];
  /** What the platform would have refused of what is not forgotten yet. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** A message that a channel took. */
export interface Post {
  readonly at: number;
  readonly workspace: string;
}

/** What a platform lets through. */
export interface Limit {
  /** In words, after “than”. */
  readonly text: string;
  /** Milliseconds that so many posts take at least. */
  readonly minMs: (posts: number) => number;
  /** The most posts in any second, all together; absent where no such number holds. */
  readonly perSecond?: number;
}

/** Schedules that one workspace has here: fewer than it may have. */
export const SCHEDULES_PER_WORKSPACE = 64;
