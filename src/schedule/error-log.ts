import { UserError } from '#core/errors';
import type { Logger } from '#core/ports';

/** Errors as lines in the log: the same one after another is one line, however often it comes. */
export interface ErrorLog {
  report(error: unknown): void;
  /** All is well again. */
  recover(): void;
  /** The last error, in words, for as long as it lasts. */
  current(): string | undefined;
}

export function makeErrorLog(logger: Logger): ErrorLog {
  let last: string | undefined;
  return {
    report(error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message === last) return;
      last = message;
      // An operator can mend what is said in one sentence; anything else is a fault in Onrecord.
      if (error instanceof UserError) logger.error(message);
      else logger.error('scheduling failed', { err: error });
    },
    recover() {
      if (last !== undefined) logger.info('scheduling goes on');
      last = undefined;
    },
    current: () => last,
  };
}
