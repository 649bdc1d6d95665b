import type { Logger } from '#core/ports';

/** An error as logged. */
export interface RecentError {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly message: string;
  /** The reference shown to the user. */
  readonly id?: string;
}

const MAX_ERRORS = 20;

/** Wraps a logger to remember its last errors, newest first; their details are only in the log. */
export function rememberErrors(logger: Logger, now: () => number) {
  const errors: RecentError[] = [];
  return {
    errors: (): readonly RecentError[] => errors,
    logger: {
      info: (message, details) => logger.info(message, details),
      error: (message, details) => {
        const id = typeof details?.id === 'string' ? { id: details.id } : {};
        errors.unshift({ at: now(), message, ...id });
        errors.length = Math.min(errors.length, MAX_ERRORS);
        logger.error(message, details);
      },
    } satisfies Logger,
  };
}
