import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserError } from '#core/errors';
import { print, printError } from './print.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ allowPositionals: true; options: T }>>;

interface Program<T extends Options> {
  readonly usage: string;
  readonly options: T;
  /** Whether it takes arguments other than options; otherwise they are rejected. */
  readonly takesArguments: boolean;
  /** Resolves to the exit code. */
  readonly main: (parsed: Parsed<T>) => Promise<number>;
}

/** An invalid command line: the message and the usage are printed, and the exit code is 2. */
export class UsageError extends UserError {
  constructor(sentence: string, usage: string) {
    super(`${sentence}\n${usage}`);
  }
}

/** Parses a command line. @throws UsageError if an option is unknown or lacks its value. */
export function parseCommandLine<const T extends Options>(
  args: readonly string[],
  options: T,
  usage: string,
): Parsed<T> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    // The rest of Node's message does not apply here: “Unknown option '--colour'. To specify …”
    const [option = ''] = /(?<=')-[^\s'=]+/.exec((error as Error).message) ?? [];
    const isKnown = Object.hasOwn(options, option.replace(/^--/, ''));
    throw new UsageError(isKnown ? `${option} needs a value.` : `There is no option ${option}.`, usage);
  }
}

/** The only named file. @throws UsageError if there is none, with the sentence `missing`, or more than one. */
export function onlyFile(positionals: readonly string[], missing: string, usage: string): string {
  const [argument, ...others] = positionals;
  if (argument === undefined) throw new UsageError(missing, usage);
  if (others.length > 0) throw new UsageError(`One file at a time: ${positionals.length} are named.`, usage);
  return argument;
}

/** An argument that is a whole number. @throws UsageError if it is not one. */
export function parseCount(value: string, name: string, usage: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError(`${name} must be a whole number, not “${value}”.`, usage);
}

/**
 * Runs a program with the arguments of this process; `--help` prints its usage. A UserError is printed as one sentence.
 *
 * @returns the exit code: 2 if the command line was invalid, 1 for any other UserError.
 * @throws any other error of `main`.
 */
export async function runProgram<const T extends Options>(
  { usage, options, takesArguments, main }: Program<T>,
  args: readonly string[] = process.argv.slice(2),
): Promise<number> {
  try {
    if (args.includes('--help')) {
      print(usage);
      return 0;
    }
    const parsed = parseCommandLine(args, options, usage);
    const [unexpected] = parsed.positionals;
    if (!takesArguments && unexpected !== undefined)
      throw new UsageError(`There is no argument “${unexpected}”: only options are allowed.`, usage);
    return await main(parsed);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printError(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}
