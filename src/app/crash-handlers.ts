import type { Logger } from '#core/ports';

/** The output of the process, and its handlers for uncaught errors. */
type ProcessIo = Pick<NodeJS.Process, 'stdout' | 'on' | 'exit'>;

/** Exits quietly if the output is closed, for example by `head`; logs an uncaught error before exiting. */
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
