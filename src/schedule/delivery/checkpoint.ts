import type { Text } from '#core/messages/index';
import type { PostContent } from './compose.ts';

/** The content of a slot and its progress, recorded before each step whose outcome a crash could hide. */
export interface Checkpoint {
  readonly content: PostContent;
  /** When sending first began, and until when it may be sent: milliseconds since 1970, UTC. */
  readonly begun: number;
  readonly until: number;
  /** The next index in the thread: all messages before it are settled, none after it was ever sent. */
  readonly next: number;
  /** The parent's message, once there is one. */
  readonly parent?: string;
  /** Whether the next message is still queued, so that it has not been sent. */
  readonly queued?: boolean;
  /** Why messages of the thread are missing. */
  readonly notes: readonly Text[];
}

export const serializeCheckpoint = (checkpoint: Checkpoint): string => JSON.stringify(checkpoint);

/** Parses a recorded checkpoint; `damaged` if it is invalid. */
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

/** The next message was sent, with this ID. */
export const advance = (checkpoint: Checkpoint, message: string): Checkpoint => ({
  ...checkpoint,
  next: checkpoint.next + 1,
  parent: checkpoint.parent ?? message,
});

/** The next message is given up. */
export const skipMessage = (checkpoint: Checkpoint, note: Text): Checkpoint => ({
  ...checkpoint,
  next: checkpoint.next + 1,
  notes: [...checkpoint.notes, note],
});

/** The rest of the thread is given up. */
export const endThread = (checkpoint: Checkpoint, note: Text): Checkpoint => ({
  ...checkpoint,
  next: checkpoint.content.thread + 1,
  notes: [...checkpoint.notes, note],
});
