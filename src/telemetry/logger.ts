import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { Logger } from '#core/ports';
import { escapeJson } from '#text/sanitize';
import { makeRedactor } from './redact.ts';
import { serialize, serializeError } from './serialize.ts';

export interface LoggerOptions {
  /** Values that must never be shown. */
  readonly secrets: readonly string[];
  /** What is worth a line; everything if left out. */
  readonly level?: 'info' | 'error';
  /** Where the lines go; standard error if left out, for what people read stands on standard output. */
  readonly stream?: DestinationStream;
}

/** One JSON object a line. What goes in is not trusted: see {@link serialize} for what arrives of it. */
export function makeLogger({ secrets, level = 'info', stream = standardError() }: LoggerOptions): Logger {
  const redact = makeRedactor(secrets);
  const log = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      // Errors are plain already; pino's own way with them would fold their causes into one text.
      serializers: { err: (err) => err },
    },
    { write: (line) => stream.write(escapeJson(line)) },
  );
  const write =
    (level: 'info' | 'error') =>
    (message: string, details: Readonly<Record<string, unknown>> = {}): void => {
      const { err, ...others } = details;
      const error = 'err' in details ? { err: serializeError(err, redact) } : {};
      log[level]({ ...Object(serialize(others, redact)), ...error }, String(serialize(message, redact)));
    };
  return { info: write('info'), error: write('error') };
}

function standardError(): DestinationStream {
  const stream = destination({ dest: 2, sync: true });
  // The reader of the log may close the pipe; the process continues.
  stream.on('error', () => {});
  return stream;
}
