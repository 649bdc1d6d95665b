import type { RequestRecord } from '#core/platform';
import type { Logger } from '#core/ports';
import type { Metrics } from './metrics.ts';

/**
 * Logs and counts each request, in one line.
 *
 * @param commands the names that may be logged; any other name could be user input.
 */
export const makeRequestLog =
  (logger: Logger, metrics: Pick<Metrics, 'record'>, commands: readonly string[]) =>
  (request: RequestRecord): void => {
    metrics.record(request);
    const { platform, source, command, ms, outcome, id } = request;
    const known = command !== undefined && commands.includes(command) ? { command } : {};
    logger.info('request', { platform, source, ...known, ms: Math.round(ms * 10) / 10, outcome, id });
  };
