import { UserError } from '#core/errors';
import type { Logger } from '#core/ports';

/** Errors as lines in the log: the same one after another is one line, however often it comes. */
export interface Complaints {
  about(error: unknown): void;
  /** All is well again. */
  end(): void;
}

export function makeComplaints(logger: Logger): Complaints {
  let last: string | undefined;
  return {
    about(error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message === last) return;
      last = message;
      // What an operator can mend is said in one sentence; anything else is ours to find.
      if (error instanceof UserError) logger.error(message);
      else logger.error('schedules met an error', { err: error });
    },
    end() {
      if (last !== undefined) logger.info('schedules go on');
      last = undefined;
    },
  };
}
