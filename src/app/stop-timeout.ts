/** Milliseconds that all of a stop may take: containers are given ten seconds. */
const EXIT_TIMEOUT_MS = 8_000;

/**
 * Ends the process where stopping takes too long: what a platform does not answer is not waited for. It is in the store,
 * and goes on at the next start.
 */
export const endInTime = (exit: () => void): void => void setTimeout(exit, EXIT_TIMEOUT_MS).unref();
