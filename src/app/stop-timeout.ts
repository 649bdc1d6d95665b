/** The maximum duration of a stop in milliseconds: containers are given ten seconds. */
const EXIT_TIMEOUT_MS = 8_000;

/**
 * Ends the process if stopping takes too long, for example because a platform does not respond. What remains is in the
 * store, and continues at the next start.
 */
export const endInTime = (exit: () => void): void => void setTimeout(exit, EXIT_TIMEOUT_MS).unref();
