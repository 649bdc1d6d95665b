import type { PostContent } from './compose.ts';

/** What one slot is going to show and how far it has come: written down before each step that a crash could hide. */
export interface Checkpoint {
  readonly content: PostContent;
  /** When it was first about to be sent, and after when it is not made up any more: milliseconds since 1970, UTC. */
  readonly begun: number;
  readonly until: number;
  /** The place in the thread that comes next: all before it are settled, none behind it was ever sent. */
  readonly next: number;
  /** The parent's message, once there is one. */
  readonly parent?: string;
  /** Whether the message at the next place still waits for its turn: then it has not been sent. */
  readonly queued?: boolean;
  /** What became of messages of the thread that are missing. */
  readonly notes: readonly string[];
}

export const serializeCheckpoint = (checkpoint: Checkpoint): string => JSON.stringify(checkpoint);

/** A plan as it was written down; `damaged` where something else stands there. */
export function parseCheckpoint(text: string): Checkpoint | 'damaged' {
  try {
    const checkpoint = JSON.parse(text) as Partial<Checkpoint> | null;
    return checkpoint?.content && checkpoint.notes && checkpoint.next !== undefined
      ? (checkpoint as Checkpoint)
      : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** The message at the next place is there, under this id. */
export const advance = (checkpoint: Checkpoint, message: string): Checkpoint => ({
  ...checkpoint,
  next: checkpoint.next + 1,
  parent: checkpoint.parent ?? message,
});

/** The message at the next place is given up. */
export const skipMessage = (checkpoint: Checkpoint, note: string): Checkpoint => ({
  ...checkpoint,
  next: checkpoint.next + 1,
  notes: [...checkpoint.notes, note],
});

/** The rest of the thread is given up. */
export const endThread = (checkpoint: Checkpoint, note: string): Checkpoint => ({
  ...checkpoint,
  next: checkpoint.content.thread + 1,
  notes: [...checkpoint.notes, note],
});
