import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import type { Article } from '#core/article';
import { type Briefing, LENGTHS, type Length } from '#core/briefing';
import { UserError } from '#core/errors';
import type { Reply } from '#core/reply';

const USAGE = 'Usage: npm run -s brief -- FILE|- [--format text|markdown|json] [--length headline|short|full]';

/** Asked for in a way that cannot be answered; told apart from a file that cannot be read by its exit code. */
class UsageError extends UserError {}

interface Asked {
  readonly path: string;
  readonly format: Format;
  readonly length: Length | undefined;
}

type Format = 'text' | 'markdown' | 'json';
type Print = (briefing: Briefing, length: Length | undefined) => Promise<string>;

/** How each format is written; what it needs is loaded when it is asked for. */
const FORMATS: { readonly [F in Format]: Print } = {
  text: async (briefing, length) => {
    const [{ draw }, { brief }] = await Promise.all([import('#adapters/terminal/draw'), import('#replies/brief')]);
    return draw(withoutActions(brief(briefing, length)), process.stdout, formatLine);
  },
  markdown: async (briefing, length) => {
    const [{ render }, { brief }] = await Promise.all([import('#adapters/markdown/render'), import('#replies/brief')]);
    return render(withoutActions(brief(briefing, length)), formatLine);
  },
  json: async (briefing) => {
    const { record } = await import('#replies/record');
    return `${JSON.stringify(record(briefing), null, 2)}\n`;
  },
};

// There is nowhere here to type a command.
const withoutActions = ({ blocks, ...reply }: Reply): Reply => ({
  ...reply,
  blocks: blocks.filter(({ type }) => type !== 'actions'),
});
const formatLine = (): string => '';

/** One briefing of one file, printed. Resolves to the exit code: 1 where the file, 2 where the question is at fault. */
export async function runBrief(args: readonly string[]): Promise<number> {
  process.stdout.on('error', endQuietly);
  try {
    const { path, format, length } = askedIn(args);
    const [{ brief }, article] = await Promise.all([import('#briefing'), articleAt(path)]);
    process.stdout.write(await FORMATS[format](brief(article), length));
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function askedIn(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError(USAGE);
  const format = Object.keys(FORMATS).find((name): name is Format => name === (values.format ?? 'text'));
  const length = LENGTHS.find((name) => name === values.length);
  if (!format || (values.length !== undefined && !length)) throw new UsageError(USAGE);
  return { path, format, length };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, length: { type: 'string' } },
    });
  } catch {
    throw new UsageError(USAGE);
  }
}

async function articleAt(path: string): Promise<Article> {
  // Not the whole library: a shelf is of no use here, and would have to be loaded.
  if (path !== '-') return (await import('#library/files')).readFileArticle(path);
  const [{ readArticle }, { MAX_BYTES }] = await Promise.all([import('#library/read'), import('#library/decode')]);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    // One byte too many is told like ten gigabytes too many, and held more easily.
    if (size > MAX_BYTES) break;
  }
  return readArticle('stdin', Buffer.concat(chunks));
}

/** Whoever reads this may stop reading, as `head` does. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

if (import.meta.main) {
  enableCompileCache();
  process.exitCode = await runBrief(process.argv.slice(2));
}
