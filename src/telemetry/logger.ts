import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { Logger } from '#core/ports';
import { escapeJson } from '#text/sanitize';
import { makeRedactor } from './redact.ts';
import { serialize, serializeError } from './serialize.ts';

export interface LoggerOptions {
  /** Values that must never be logged. */
  readonly secrets: readonly string[];
  /** The minimum level; everything is logged if omitted. */
  readonly level?: 'info' | 'error';
  /** The destination; defaults to standard error, because standard output is for users. */
  readonly stream?: DestinationStream;
}

/** Creates a logger that writes one JSON object per line. Input is not trusted: see {@link serialize}. */
export function makeLogger({ secrets, level = 'info', stream = standardError() }: LoggerOptions): Logger {
  const redact = makeRedactor(secrets);
  const log = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      // Errors are serialized already; pino's own serializer would merge their causes into one text.
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
