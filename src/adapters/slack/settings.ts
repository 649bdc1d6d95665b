import { UserError } from '#core/errors';
import type { ReadSetting, Setting } from '#core/platform';
import { apiOf, type Endpoints } from './api/endpoints.ts';
import { type Naming, namingOf } from './command-names.ts';

/** How this process connects to Slack, with the credentials that it needs. */
export type ConnectionMode =
  /** Socket Mode: this process connects to Slack, and needs no public address. */
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  /** Slack sends signed requests, for one workspace. */
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string }
  /** Slack sends signed requests, for every workspace that has installed the app. */
  | {
      readonly kind: 'oauth';
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      /** The public address of this process, without a trailing slash. */
      readonly address?: string;
    };

/** All settings for Slack. */
export interface SlackSettings {
  readonly mode: ConnectionMode;
  readonly endpoints: Endpoints;
  readonly naming: Naming;
  /** The users who may change schedules besides the admins. */
  readonly schedulers: readonly string[];
}

/** The settings required to connect Slack, as text. */
export const REQUIREMENT = 'SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET';

export const SETTINGS: readonly Setting[] = [
  {
    name: 'SLACK_BOT_TOKEN',
    about: 'The bot’s own token: your app at https://api.slack.com/apps, OAuth & Permissions, after Install.',
    prefix: 'xoxb-',
    secret: true,
    asked: true,
  },
  {
    name: 'SLACK_APP_TOKEN',
    about: 'For Socket Mode: Basic Information, App-Level Tokens, Generate, with the scope connections:write.',
    prefix: 'xapp-',
    secret: true,
    asked: true,
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    about: 'For HTTP instead of Socket Mode: Basic Information, App Credentials, Signing Secret.',
    secret: true,
  },
  {
    name: 'SLACK_CLIENT_ID',
    about: 'For several workspaces over HTTP, instead of the bot token: Basic Information, App Credentials.',
  },
  { name: 'SLACK_CLIENT_SECRET', about: 'With SLACK_CLIENT_ID: Basic Information, App Credentials.', secret: true },
  {
    name: 'SLACK_API_URL',
    about: 'The API address, if it is not https://slack.com/api/; for GovSlack: https://slack-gov.com/api/.',
  },
  {
    name: 'SLACK_COMMAND_PREFIX',
    about: 'A prefix for every command, if another app uses the same names: news- makes /news-brief.',
  },
  { name: 'SLACK_COMMAND_NAMES', about: 'Other names for single commands: brief=news-brief,quotes=said.' },
  {
    name: 'SLACK_UMBRELLA',
    about: 'The command that all others can be run with, as in /onrecord brief; default: onrecord.',
  },
  {
    name: 'SLACK_SCHEDULERS',
    about:
      'Who may change schedules besides administrators: member IDs, U012AB3CD,U045EF6GH, from Copy member ID in profiles.',
  },
];

/** The settings that enable Slack; all others only configure it. */
const ACTIVATING_SETTINGS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
];

/**
 * Reads the settings for Slack; undefined if none of them enables it.
 *
 * @throws UserError with all errors, one per line, without values that may be secrets.
 */
export function settingsOf(read: ReadSetting): SlackSettings | undefined {
  if (ACTIVATING_SETTINGS.every((name) => read(name) === '')) return undefined;
  const mistakes: string[] = [];
  const note = <T>(found: T | readonly string[]): T | undefined => {
    if (!Array.isArray(found)) return found as T;
    mistakes.push(...found);
    return undefined;
  };
  const [source, endpoints, naming] = [note(modeOf(read)), note(apiOf(read)), note(namingOf(read))];
  const schedulers = schedulersOf(read);
  if (!schedulers.every((id) => PERSON.test(id))) mistakes.push(INVALID_SCHEDULERS);
  if (source && endpoints && naming && mistakes.length === 0) return { mode: source, endpoints, naming, schedulers };
  throw new UserError(mistakes.join('\n'));
}

const PERSON = /^[UW][A-Z0-9]+$/;
const INVALID_SCHEDULERS =
  'SLACK_SCHEDULERS is a list of member IDs like U012AB3CD,U045EF6GH: Copy member ID in the member’s profile.';

const schedulersOf = (read: ReadSetting): readonly string[] =>
  read('SLACK_SCHEDULERS')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** Reads the connection mode from the settings; returns the error messages if they are invalid. */
function modeOf(read: ReadSetting): ConnectionMode | readonly string[] {
  const given = (name: string): boolean => read(name) !== '';
  if (given('SLACK_APP_TOKEN')) return socketOf(read);
  if (!given('SLACK_SIGNING_SECRET')) {
    return given('SLACK_BOT_TOKEN')
      ? ['SLACK_BOT_TOKEN requires SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.']
      : ['SLACK_SIGNING_SECRET is missing: many workspaces are served over HTTP, and requests are signed with it.'];
  }
  const many = given('SLACK_CLIENT_ID') || given('SLACK_CLIENT_SECRET');
  if (given('SLACK_BOT_TOKEN') && many) {
    return ['SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for many: remove one of them.'];
  }
  return many ? oauthOf(read) : httpOf(read);
}

const socketOf = (read: ReadSetting): ConnectionMode | readonly string[] =>
  orErrors(missing(read, ['SLACK_BOT_TOKEN']), {
    kind: 'socket',
    botToken: read('SLACK_BOT_TOKEN'),
    appToken: read('SLACK_APP_TOKEN'),
  });

function httpOf(read: ReadSetting): ConnectionMode | readonly string[] {
  const token = read('SLACK_BOT_TOKEN') === '' ? [TOKEN_MISSING] : [];
  return orErrors([...token, ...missingPort(read)], {
    kind: 'http',
    botToken: read('SLACK_BOT_TOKEN'),
    signingSecret: read('SLACK_SIGNING_SECRET'),
  });
}

function oauthOf(read: ReadSetting): ConnectionMode | readonly string[] {
  const key = read('ONRECORD_KEY') === '' ? [KEY_MISSING] : [];
  const address = read('ONRECORD_URL').replace(/\/+$/, '');
  return orErrors([...missing(read, ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET']), ...key, ...missingPort(read)], {
    kind: 'oauth',
    signingSecret: read('SLACK_SIGNING_SECRET'),
    clientId: read('SLACK_CLIENT_ID'),
    clientSecret: read('SLACK_CLIENT_SECRET'),
    ...(address === '' ? {} : { address }),
  });
}

const TOKEN_MISSING =
  'SLACK_SIGNING_SECRET requires SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many workspaces.';
const KEY_MISSING =
  'ONRECORD_KEY is missing: it encrypts the tokens of the workspaces. openssl rand -base64 32 generates one.';

/** The HTTP modes need a port for Slack's requests. */
const missingPort = (read: ReadSetting): readonly string[] =>
  read('ONRECORD_PORT') === '' ? ['ONRECORD_PORT is missing: Slack over HTTP needs a port to listen on.'] : [];

const missing = (read: ReadSetting, names: readonly string[]): readonly string[] =>
  names.filter((name) => read(name) === '').map((name) => `${name} is missing.`);

const orErrors = (mistakes: readonly string[], mode: ConnectionMode): ConnectionMode | readonly string[] =>
  mistakes.length > 0 ? mistakes : mode;
