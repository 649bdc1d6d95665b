import { brief } from '#briefing';
import { UserError } from '#core/errors';
import { runProgram, UsageError } from './arguments.ts';
import { articleAt } from './article.ts';
import { toFileRecord } from './extract-record.ts';
import { articleFiles } from './files.ts';
import { printError, printJson, toJson } from './print.ts';

const USAGE = `Usage: npm run -s extract -- PATH…|-

One line of JSON for each file: who says what, as spans into the file as it stands.
A folder stands for the .txt, .md, .html, .mhtml and .eml files in it and below.`;

/** Yields lines of JSON; reports unreadable files to `reportError` in one sentence each, and continues. */
export async function* extract(
  paths: readonly string[],
  reportError: (sentence: string) => void,
): AsyncGenerator<string> {
  let files = 0;
  for await (const file of articleFiles(paths)) {
    files += 1;
    try {
      yield toJson(toFileRecord(file, brief(await articleAt(file))));
    } catch (error) {
      reportError(errorSentence(file, error));
    }
  }
  if (files === 0) reportError('There is no article there: .txt, .md, .html, .mhtml and .eml files are read.');
}

function errorSentence(file: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof UserError)) return `${file} could not be analysed: ${message}`;
  return message.includes(file) ? message : `${file}: ${message}`;
}

async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) throw new UsageError('Name files or folders, or - for standard input.', USAGE);
  let exitCode = 0;
  const reportError = (message: string): void => {
    printError(message);
    exitCode = 1;
  };
  try {
    await printJson(extract(paths, reportError));
  } catch (error) {
    // The pipe was closed by its reader (`extract … | head`).
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
  return exitCode;
}

if (import.meta.main) {
  process.exitCode = await runProgram({
    usage: USAGE,
    options: {},
    takesArguments: true,
    main: ({ positionals }) => main(positionals),
  });
}
