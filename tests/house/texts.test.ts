import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { commands } from '#commands';

// The texts that users read in chat are in src/core/messages, in every language. This looks for sentences of ours
// elsewhere: literals of two or more words, except texts for the operator and literals that are not texts.

/** Rooms whose texts no user of a chat platform reads. */
const OTHER_ROOMS = [
  // The tables themselves, and word lists, patterns and weights of the briefing.
  'core/messages',
  'briefing',
  // Texts for the operator: settings, programs, log, setup, the local page and the pages of the HTTP port.
  'config.ts',
  'config/settings.ts',
  'cli',
  'telemetry',
  'web',
  'adapters/web',
  'adapters/slack/setup',
  'adapters/discord/setup',
  'adapters/slack/settings.ts',
  'adapters/discord/settings.ts',
  'adapters/slack/command-names.ts',
  'adapters/slack/api/endpoints.ts',
  'adapters/slack/connection/oauth-pages.ts',
  'adapters/slack/connection/oauth-state.ts',
  'sources/fetch/settings.ts',
  'chat/supervisor.ts',
  'store/errors.ts',
  'store/keys.ts',
  'app/no-platform.ts',
  'app/front-page.ts',
  'adapters/terminal',
  'replies/schedule/catalog-changes.ts',
  // Why a connection ended: printed where the process was started.
  'adapters/discord/connection/connection.ts',
  'adapters/slack/connection/connection.ts',
  'adapters/slack/connection/installation-store.ts',
  'adapters/slack/connection/socket-mode.ts',
  // Pictures show texts from the replies.
  'pictures',
];

/** Files with literals other than texts: patterns, word lists, SQL, names. */
const NO_TEXTS = [
  'library/function-words.ts',
  'library/text',
  'library/html/scan.ts',
  'library/markdown/other-heads.ts',
  'lookup/same-story.ts',
  'lookup/zones.ts',
  'replies/feeds/starter-feeds.ts',
  'replies/statement.ts',
  'store',
  'app/reader',
];

/** Calls that write to the log, or throw errors that only the log shows. */
const LOGGED =
  /(?:logger|host\.logger\[[^\]]*\]|\blog|#log|failed|onLost|console|untold)\b.*\.?(?:info|error)?$|^(?:info|error)$|Error$/;
const NEVER_SHOWN = new Set(['log', 'accept', 'command', 'defaultMember', 'examples', 'name', 'family']);
/** Descriptions of commands and options are translated in commands/translations.ts. */
const TRANSLATED = 'description';

const TWO_WORDS = /\p{L}{2,}[,:]? \p{L}{2,}/u;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** The literals below a node that could be texts for users. */
function* textsIn(node: unknown, source: string): Generator<string> {
  if (Array.isArray(node)) {
    for (const child of node) yield* textsIn(child, source);
    return;
  }
  if (!isNode(node) || (node.type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(node.type))) return;
  const textOf = (part: unknown): string => (isNode(part) ? source.slice(part.start, part.end) : '');
  if (node.type === 'ImportDeclaration') return;
  if (node.type === 'CallExpression' && LOGGED.test(textOf(node.callee))) return;
  if (node.type === 'NewExpression' && /^(?:Error|TypeError|RangeError|RegExp|Set|Map)$/.test(textOf(node.callee)))
    return;
  if (node.type === 'Property' && (NEVER_SHOWN.has(textOf(node.key)) || textOf(node.key) === TRANSLATED)) return;
  if (node.type === 'Literal' && typeof node.value === 'string') yield node.value;
  if (node.type === 'TemplateLiteral') yield (node.quasis as readonly Node[]).map(textOf).join('§');
  for (const [key, child] of Object.entries(node)) if (key !== 'type') yield* textsIn(child, source);
}

const rooms = [...OTHER_ROOMS, ...NO_TEXTS].map((room) => `src/${room}`);

const files = globSync('{src,commands}/**/*.ts').filter(
  (file) => !rooms.some((room) => file === room || file.startsWith(`${room}/`)) && file !== 'commands/translations.ts',
);

/** Literals that are not texts of ours for users, each with a reason. */
const ALLOWED = new Set([
  // Headers.
  'gzip, deflate, br',
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  // The title in an OPML file.
  'Feeds from Onrecord',
  // Input that means every day.
  'every day',
  // English names of permissions in Discord.
  'Send Messages in Threads',
  'Send Messages',
  'View Channel',
  'Manage Server',
  // The beginning of an error of the client.
  'Retry header',
  // For the log only.
  'Slack: a workspace that has not installed the app',
  'Slack: a request could not be authorized',
  'a call to Discord failed',
  'Discord no longer accepts DISCORD_TOKEN: it was reset, or the application was deleted. ',
  'Copy the new one (https://discord.com/developers/applications, Bot, Reset Token) into .env and start again.',
]);

/** A command line: `/schedule add time:07:30`. */
const isCommand = (text: string): boolean =>
  commands.some(({ name }) => text === name || text === `/${name}` || text.startsWith(`/${name} `));

test('every sentence shown in chat is in the table of messages, so that it is translated', () => {
  const found = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return [...textsIn(parseSync(file, source).program.body, source)]
      .filter((text) => TWO_WORDS.test(text) && !text.includes('<') && !ALLOWED.has(text) && !isCommand(text))
      .map((text) => `${file}: ${text}`);
  });
  expect(found).toEqual([]);
});
