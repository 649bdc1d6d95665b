import { UserError } from '#core/errors';
import type { Logger } from '#core/ports';

/** Logs errors; repeated identical errors are one line. */
export interface ErrorLog {
  report(error: unknown): void;
  /** Resets after a success. */
  recover(): void;
  /** The current error message, if any. */
  current(): string | undefined;
}

export function makeErrorLog(logger: Logger): ErrorLog {
  let last: string | undefined;
  return {
    report(error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message === last) return;
      last = message;
      // A UserError can be fixed by the operator; any other error is a bug in Onrecord.
      if (error instanceof UserError) logger.error(message);
      else logger.error('scheduling failed', { err: error });
    },
    recover() {
      if (last !== undefined) logger.info('scheduling works again');
      last = undefined;
    },
    current: () => last,
  };
}
