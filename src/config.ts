import { statSync } from 'node:fs';
import { config as readEnvFile } from 'dotenv';
import { UserError } from '#core/errors';

/** What the operator has decided. */
export interface Config {
  /** The folder that articles are read from. */
  readonly content: string;
  /** The chat platforms that settings are given for, by name; the settings themselves stay out of sight. */
  readonly platforms: readonly string[];
}

/** A setting by the beginning that its values have, where they have one. */
type Settings = Readonly<Record<string, string>>;

const SLACK: Settings = {
  SLACK_BOT_TOKEN: 'xoxb-',
  SLACK_APP_TOKEN: 'xapp-',
  SLACK_SIGNING_SECRET: '',
};
const DISCORD: Settings = { DISCORD_TOKEN: '' };

/** What connects each platform, in words. */
export const PLATFORM_SETTINGS = {
  Slack: 'SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
  Discord: 'DISCORD_TOKEN',
} as const;

/**
 * The settings of this process, from its environment and `.env`.
 *
 * @throws UserError with every mistake at once, a line each; never with a value that may be a secret.
 */
export function readConfig(): Config {
  readEnvFile({ quiet: true });
  return configOf(process.env);
}

/** The settings in an environment; see {@link readConfig}. */
export function configOf(environment: Readonly<Record<string, string | undefined>>): Config {
  const value = (name: string): string => environment[name]?.trim() ?? '';
  const content = value('ONRECORD_CONTENT') || 'content';
  const mistakes = [
    ...(isFolder(content) ? [] : [`ONRECORD_CONTENT: there is no folder “${content}”; make it or name another.`]),
    ...Object.entries({ ...SLACK, ...DISCORD }).flatMap(([name, start]) => misshapen(name, value(name), start)),
    ...halfSlack(value),
  ];
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'));
  const given = (settings: Settings): boolean => Object.keys(settings).some((name) => value(name) !== '');
  return {
    content,
    platforms: [...(given(SLACK) ? ['Slack'] : []), ...(given(DISCORD) ? ['Discord'] : [])],
  };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function misshapen(name: string, value: string, start: string): readonly string[] {
  if (value === '') return [];
  if (!value.startsWith(start)) return [`${name} does not look like one: it begins with ${start}.`];
  return /\s/.test(value) ? [`${name} holds white space: copy it again.`] : [];
}

/** A bot token alone cannot listen, and what listens cannot speak without it. */
function halfSlack(value: (name: string) => string): readonly string[] {
  const bot = value('SLACK_BOT_TOKEN') !== '';
  const ears = value('SLACK_APP_TOKEN') !== '' || value('SLACK_SIGNING_SECRET') !== '';
  if (bot && !ears) return ['SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET beside it.'];
  return ears && !bot ? ['SLACK_BOT_TOKEN is missing.'] : [];
}
