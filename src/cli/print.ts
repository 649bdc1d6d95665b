import { pipeline } from 'node:stream/promises';
import { escapeJson, sanitizeOutput } from '#text/sanitize';

// All that the programs print goes through here: nothing of an article, a file name or a setting drives the terminal.

/** A line, or several, on standard output. */
export const print = (text: string): void => void process.stdout.write(`${sanitizeOutput(text)}\n`);

/** A line, or several, on standard error. */
export const printError = (text: string): void => void process.stderr.write(`${sanitizeOutput(text)}\n`);

/** A value as JSON with a line end, each letter of it as it stands or escaped. */
export const toJson = (value: unknown, indent?: number): string =>
  `${escapeJson(JSON.stringify(value, null, indent))}\n`;

/** Writes lines of JSON as fast as their reader takes them. */
export const printJson = (lines: AsyncIterable<string>): Promise<void> => pipeline(lines, process.stdout);
