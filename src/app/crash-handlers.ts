import type { Logger } from '#core/ports';

/** The output of the process, and its last resort for errors. */
type ProcessIo = Pick<NodeJS.Process, 'stdout' | 'on' | 'exit'>;

/** A closed output, as `head` leaves it, ends the process quietly; an uncaught error is logged first. */
export function installCrashHandlers(io: ProcessIo, logger: Logger): void {
  io.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    io.exit(0);
  });
  io.on('uncaughtException', (err) => {
    logger.error('uncaught exception', { err });
    io.exit(1);
  });
}
