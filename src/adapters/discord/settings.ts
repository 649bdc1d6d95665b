import { UserError } from '#core/errors';
import type { ReadSetting, Setting } from '#core/platform';
import { isSnowflake } from './snowflake.ts';

/** The settings of the Discord adapter. */
export interface DiscordSettings {
  readonly token: string;
  /** A REST proxy, without version and trailing slash. Default: Discord itself. */
  readonly api?: string;
  /** Whether mentions of the bot and direct messages are requests as well. */
  readonly mentions: boolean;
}

/** The setting that enables Discord. */
export const REQUIREMENT = 'DISCORD_TOKEN';

const APPLICATION_ID = 'That is the ID of the application: DISCORD_TOKEN is on the page Bot, Reset Token.';

export const SETTINGS: readonly Setting[] = [
  {
    name: 'DISCORD_TOKEN',
    about: 'The bot’s token: your application at https://discord.com/developers/applications, Bot, Reset Token.',
    secret: true,
    asked: true,
    check: (value) => (isSnowflake(value) ? APPLICATION_ID : tokenErrors(value)[0]),
  },
  { name: 'DISCORD_API_URL', about: 'A proxy for Discord’s REST API: http://127.0.0.1:8080/api.' },
  { name: 'DISCORD_MENTIONS', about: 'yes also answers mentions of the bot and direct messages; default: no.' },
];

/**
 * Reads the Discord settings; undefined without a token.
 *
 * @throws UserError listing all errors, one per line, without values that may be secret.
 */
export function settingsOf(read: ReadSetting): DiscordSettings | undefined {
  const token = read('DISCORD_TOKEN');
  if (token === '') return undefined;
  const [api, mentions] = [apiOf(read('DISCORD_API_URL')), YES_NO[read('DISCORD_MENTIONS').toLowerCase()]];
  const mistakes = [
    ...tokenErrors(token),
    ...(api === undefined ? [`DISCORD_API_URL is not the URL of a proxy, such as http://127.0.0.1:8080/api.`] : []),
    ...(mentions === undefined ? ['DISCORD_MENTIONS must be yes or no.'] : []),
  ];
  if (api === undefined || mentions === undefined || mistakes.length > 0) throw new UserError(mistakes.join('\n'));
  return { token, mentions, ...(api === '' ? {} : { api }) };
}

const YES_NO: Readonly<Record<string, boolean>> = { '': false, no: false, yes: true };

function tokenErrors(token: string): readonly string[] {
  if (/\s/.test(token)) return ['DISCORD_TOKEN contains white space: copy it again.'];
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return [];
  return [
    'DISCORD_TOKEN is not valid: it must have three parts with dots between them. Copy it again from the page Bot.',
  ];
}

/** Returns the URL without the version, which the client adds; empty if not set, undefined if invalid. */
function apiOf(given: string): string | undefined {
  if (given === '') return '';
  const url = URL.parse(given);
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  return isPlain ? `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/v\d+$/, '') : undefined;
}

/**
 * Returns the application ID in the first part of the token, in base64; undefined if there is none.
 *
 * @see https://docs.discord.com/developers/reference#authentication
 */
export function applicationIn(token: string): string | undefined {
  const [first = ''] = token.split('.');
  const id = Buffer.from(first, 'base64url').toString('latin1');
  return isSnowflake(id) ? id : undefined;
}
