import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserError } from '#core/errors';
import { printError } from './print.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** An invalid command line: the message and the usage are printed, and the exit code is 2. */
export class UsageError extends UserError {
  constructor(sentence: string, usage: string) {
    super(sentence ? `${sentence}\n${usage}` : usage);
  }
}

/** Parses a command line. @throws UsageError if an option is unknown or lacks its value. */
export function parseCommandLine<const T extends Options>(args: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    // The rest of Node's message does not apply here: “Unknown option '--colour'. To specify …”
    const [option = ''] = /(?<=')-[^\s'=]+/.exec((error as Error).message) ?? [];
    const isKnown = Object.hasOwn(options, option.replace(/^--/, ''));
    throw new UsageError(isKnown ? `${option} needs a value.` : `There is no option ${option}.`, usage);
  }
}

/**
 * Runs a program with the arguments of this process. A UserError is printed as one sentence.
 *
 * @returns the exit code: 2 if the command line was invalid, 1 for any other error.
 */
export async function runProgram(main: (args: readonly string[]) => Promise<number>): Promise<number> {
  try {
    return await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printError(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}
