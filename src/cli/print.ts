import { pipeline } from 'node:stream/promises';
import { escapeJson, sanitizeOutput } from '#text/sanitize';

// All output of the programs is printed here: no article, file name or setting can send control sequences.

/** Prints one or more lines to standard output. */
export const print = (text: string): void => void process.stdout.write(`${sanitizeOutput(text)}\n`);

/** Prints one or more lines to standard error. */
export const printError = (text: string): void => void process.stderr.write(`${sanitizeOutput(text)}\n`);

/** Serializes a value as JSON with a line end; special characters are escaped. */
export const toJson = (value: unknown, indent?: number): string =>
  `${escapeJson(JSON.stringify(value, null, indent))}\n`;

/** Writes lines of JSON with backpressure. */
export const printJson = (lines: AsyncIterable<string>): Promise<void> => pipeline(lines, process.stdout);
