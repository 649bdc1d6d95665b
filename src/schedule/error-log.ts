import { UserError } from '#core/errors';
import type { Logger } from '#core/ports';

/** Errors as lines in the log: the same one after another is one line, however often it comes. */
export interface ErrorLog {
  report(error: unknown): void;
  /** All is well again. */
  recover(): void;
}

export function makeErrorLog(logger: Logger): ErrorLog {
  let last: string | undefined;
  return {
    report(error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message === last) return;
      last = message;
      // What an operator can mend is said in one sentence; anything else is ours to find.
      if (error instanceof UserError) logger.error(message);
      else logger.error('schedules met an error', { err: error });
    },
    recover() {
      if (last !== undefined) logger.info('schedules go on');
      last = undefined;
    },
  };
}
