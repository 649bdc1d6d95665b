import { enableCompileCache } from 'node:module';
import { type Briefing, LENGTHS, type Length } from '#core/briefing';
import { UserError } from '#core/errors';
import type { Reply } from '#core/reply';
import { onlyFile, parseCommandLine, UsageError } from './arguments.ts';
import { print, printError, toJson } from './print.ts';

const USAGE = 'Usage: npm run -s brief -- FILE|- [--format text|markdown|json] [--length headline|short|full]';

interface BriefOptions {
  readonly path: string;
  readonly format: Format;
  readonly length: Length | undefined;
}

type Format = 'text' | 'markdown' | 'json';
type Printer = (briefing: Briefing, length: Length | undefined) => Promise<string>;

/** The printer of each format; its code is loaded when needed. */
const FORMATS: { readonly [F in Format]: Printer } = {
  text: async (briefing, length) => {
    const [{ draw }, { brief }] = await Promise.all([import('#adapters/terminal/draw'), import('#replies/brief')]);
    return draw(withoutActions(brief(briefing, length)), process.stdout, formatLine);
  },
  markdown: async (briefing, length) => {
    const [{ render }, { brief }] = await Promise.all([import('#adapters/markdown/render'), import('#replies/brief')]);
    return render(withoutActions(brief(briefing, length)), formatLine);
  },
  json: async (briefing) => {
    const { briefingJson } = await import('#replies/json');
    return toJson(briefingJson(briefing), 2);
  },
};

// Commands cannot be typed here.
const withoutActions = ({ blocks, ...reply }: Reply): Reply => ({
  ...reply,
  blocks: blocks.filter(({ type }) => type !== 'actions'),
});
const formatLine = (): string => '';

/** Prints the briefing of a file. Resolves to the exit code: 1 for an error in the file, 2 for one in the arguments. */
export async function runBrief(args: readonly string[]): Promise<number> {
  process.stdout.on('error', exitOnClosedPipe);
  if (args.includes('--help')) {
    print(USAGE);
    return 0;
  }
  try {
    const { path, format, length } = parseOptions(args);
    const [{ brief }, article] = await Promise.all([
      import('#briefing'),
      import('./article.ts').then(({ articleAt }) => articleAt(path)),
    ]);
    print((await FORMATS[format](brief(article), length)).replace(/\n$/, ''));
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printError(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

function parseOptions(args: readonly string[]): BriefOptions {
  const { values, positionals } = parseCommandLine(
    args,
    { format: { type: 'string' }, length: { type: 'string' } },
    USAGE,
  );
  const path = onlyFile(positionals, 'Name the file to brief, or - for standard input.', USAGE);
  const format = parseChoice(Object.keys(FORMATS) as Format[], 'format', values.format) ?? 'text';
  return { path, format, length: parseChoice(LENGTHS, 'length', values.length) };
}

function parseChoice<T extends string>(
  choices: readonly T[],
  option: string,
  typed: string | undefined,
): T | undefined {
  const found = choices.find((choice) => choice === typed);
  if (typed === undefined || found) return found;
  throw new UsageError(
    `--${option} is ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}, not “${typed}”.`,
    USAGE,
  );
}

/** The output may be closed early, for example by `head`. */
function exitOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

if (import.meta.main) {
  enableCompileCache();
  process.exitCode = await runBrief(process.argv.slice(2));
}
