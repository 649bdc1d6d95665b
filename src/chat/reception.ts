import type { Outcome } from '#core/ports';
import type { Reply } from '#core/reply';
import type { House, Visit } from './platform.ts';

/** What became of a visit, told by whoever took it in. */
export interface Result {
  readonly outcome: Visit['outcome'];
  readonly command?: string | undefined;
}

/** One question on its way through. */
export interface Guest {
  readonly way: string;
  /** Takes the question to its answer. `id` is short and new: it stands in the log, and in the answer where one fails. */
  answer(id: string): Promise<Result>;
  /** The last resort, where `answer` threw: says so to the asker. May throw, too. */
  excuse(reply: Reply): Promise<void>;
}

/**
 * Takes questions in: each gets an id, is timed, counted and logged in one line, and whatever goes wrong is caught,
 * logged with its cause, and said to the asker with the id.
 */
export interface Reception {
  /** Never rejects. */
  attend(guest: Guest): Promise<void>;
  /** Whether this was taken in before: platforms send again what they think was lost, and so may a stranger. */
  seen(key: string): boolean;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
}

export declare function makeReception(platform: string, house: Pick<House, 'logger' | 'record' | 'newId'>): Reception;
export type { Outcome };
