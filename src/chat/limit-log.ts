import type { Logger } from '#core/ports';

/** The most log lines per interval that anyone can cause; further ones are only counted. */
const MAX_LINES = 10;
const WINDOW_MS = 60_000;

/** Returns a rate-limited logger for events that anyone can cause; the next line reports how many were omitted. */
export function limitLog(logger: Logger): Pick<Logger, 'info'> {
  let windowEnd = 0;
  let lines = 0;
  return {
    info(message, details) {
      const now = performance.now();
      if (now >= windowEnd) {
        if (lines > MAX_LINES) logger.info('similar lines were omitted', { count: lines - MAX_LINES });
        windowEnd = now + WINDOW_MS;
        lines = 0;
      }
      lines += 1;
      if (lines <= MAX_LINES) logger.info(message, details);
    },
  };
}
