import type { RequestRecord } from '#core/platform';
import type { Logger } from '#core/ports';
import type { Metrics } from './metrics.ts';

/**
 * Tells the log and the counters about each question, in one line.
 *
 * @param commands the names that may be logged; any other could be words of a user.
 */
export const makeRequestLog =
  (logger: Logger, metrics: Pick<Metrics, 'record'>, commands: readonly string[]) =>
  (request: RequestRecord): void => {
    metrics.record(request);
    const { platform, source, command, ms, outcome, id } = request;
    const known = command !== undefined && commands.includes(command) ? { command } : {};
    logger.info('request', { platform, source, ...known, ms: Math.round(ms * 10) / 10, outcome, id });
  };
