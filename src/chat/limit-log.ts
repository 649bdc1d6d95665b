import type { Logger } from '#core/ports';

/** What strangers can make the log say: so many lines in so many milliseconds, and then how many more there were. */
const MAX_LINES = 10;
const WINDOW_MS = 60_000;

/** A log for what anyone can cause, of bounded length; a line tells how much was left out, once there is a next one. */
export function limitLog(logger: Logger): Pick<Logger, 'info'> {
  let windowEnd = 0;
  let lines = 0;
  return {
    info(message, details) {
      const now = performance.now();
      if (now >= windowEnd) {
        if (lines > MAX_LINES) logger.info('lines of this kind were left out', { count: lines - MAX_LINES });
        windowEnd = now + WINDOW_MS;
        lines = 0;
      }
      lines += 1;
      if (lines <= MAX_LINES) logger.info(message, details);
    },
  };
}
