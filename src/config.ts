import { statSync } from 'node:fs';
import { config as readEnvFile } from 'dotenv';
import { UserError } from '#core/errors';
import type { Connection, Platform, ReadSetting, Setting } from '#core/platform';
import { platforms } from '#platforms';
import type { FetchPolicy } from '#sources/fetch/policy';
import { parseFetchPolicy, userAgentOf } from '#sources/fetch/settings';
import { SETTINGS } from './config/settings.ts';

/** The configuration of the process. */
export interface Config {
  /** The folder of articles. */
  readonly content: string;
  /** The file of the store. */
  readonly data: string;
  /** Whether to create an empty file if the existing one is missing. */
  readonly beginAnew: boolean;
  /** The key that encrypts stored secrets; absent if nothing is stored. */
  readonly key?: string;
  /** The support address and the terms: URLs of pages, or `mailto:` links. */
  readonly support?: string;
  readonly terms?: string;
  /** Days for which the data of a workspace is kept after it removed Onrecord. */
  readonly retentionDays: number;
  /** The address to listen on; absent if the process does not listen. */
  readonly web?: { readonly host: string; readonly port: number };
  /** The URL to ping while the process is healthy. */
  readonly heartbeat?: string;
  /** The public URL of that port. */
  readonly url?: string;
  /** Whether the local page is served; by default, if standard input is a terminal. */
  readonly page?: 'yes' | 'no';
  /** What may be fetched, and the user agent. */
  readonly fetch: { readonly policy: FetchPolicy; readonly userAgent: string };
  /** The retention of fetched articles, and their maximum size. */
  readonly retention: { readonly days: number; readonly bytes: number };
  readonly connections: readonly Connection[];
  /** Values that must never be shown or logged. */
  readonly secrets: readonly string[];
}

/**
 * Reads the settings of this process from its environment and `.env`.
 *
 * @throws UserError with all mistakes, one per line, and without values that may be secret.
 */
export function readConfig(): Config {
  return configOf(readSettings());
}

/** The environment and `.env`, for programs that need single settings. */
export function readSettings(): Readonly<Record<string, string | undefined>> {
  readEnvFile({ quiet: true });
  return process.env;
}

/** Returns the trimmed value of a setting by its name; empty if it is not set. */
export const readerOf =
  (environment: Readonly<Record<string, string | undefined>>): ReadSetting =>
  (name) =>
    environment[name]?.trim() ?? '';

/** The file of the store. */
export const dataFileOf = (read: ReadSetting): string => read('ONRECORD_DATA') || 'data/onrecord.db';

/** The settings in an environment; see {@link readConfig}. */
export function configOf(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = readerOf(environment);
  const content = read('ONRECORD_CONTENT') || 'content';
  const configured = platforms.map((platform) => connectionOf(platform, read));
  const errors = [
    ...(isFolder(content) ? [] : [`ONRECORD_CONTENT: there is no folder “${content}”; make it or name another.`]),
    ...settingErrors(read),
    ...fetchMistakes(read),
    ...configured.flatMap((result) => (typeof result === 'string' ? result.split('\n') : [])),
  ];
  if (errors.length > 0) throw new UserError([...new Set(errors)].join('\n'));
  const port = read('ONRECORD_PORT');
  const key = read('ONRECORD_KEY');
  const heartbeat = read('ONRECORD_HEARTBEAT_URL');
  return {
    content,
    data: dataFileOf(read),
    beginAnew: read('ONRECORD_BEGIN_ANEW') === 'yes',
    ...(key === '' ? {} : { key }),
    ...(heartbeat === '' ? {} : { heartbeat }),
    ...(read('ONRECORD_SUPPORT') && { support: read('ONRECORD_SUPPORT') }),
    ...(read('ONRECORD_TERMS') && { terms: read('ONRECORD_TERMS') }),
    retentionDays: Number(read('ONRECORD_RETENTION_DAYS') || '30'),
    ...(port === '' ? {} : { web: { host: read('ONRECORD_HOST') || '127.0.0.1', port: Number(port) } }),
    ...pageOf(read),
    retention: {
      days: Number(read('ONRECORD_ARCHIVE_DAYS')) || 90,
      bytes: (Number(read('ONRECORD_ARCHIVE_GB')) || 2) * 1e9,
    },
    fetch: { policy: policyOf(read), userAgent: userAgentOf(read('ONRECORD_CONTACT') || read('ONRECORD_URL')) },
    connections: configured.filter((result) => result !== undefined && typeof result !== 'string'),
    secrets: [...SETTINGS, ...platforms.flatMap(({ settings }) => settings)]
      .filter(({ secret }) => secret)
      .map(({ name }) => read(name))
      .filter((value) => value !== ''),
  };
}

/** The platform's connection, or its mistakes, one per line. */
function connectionOf(platform: Platform, read: ReadSetting): Connection | string | undefined {
  const errors = platform.settings.flatMap((setting) => formatErrors(setting, read));
  try {
    const connection = platform.configure(read);
    return errors.length > 0 ? errors.join('\n') : connection;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [...errors, error.message].join('\n');
  }
}

const settingErrors = (read: ReadSetting): readonly string[] =>
  SETTINGS.flatMap((setting) => {
    const value = read(setting.name);
    return [
      ...formatErrors(setting, read),
      ...[value === '' ? undefined : setting.check?.(value)].filter((error) => error !== undefined),
    ];
  });

function pageOf(read: ReadSetting): Pick<Config, 'url' | 'page'> {
  const [url, page] = [read('ONRECORD_URL').replace(/\/+$/, ''), read('ONRECORD_PAGE')];
  return { ...(url === '' ? {} : { url }), ...(page === 'yes' || page === 'no' ? { page } : {}) };
}

const policyOf = (read: ReadSetting): FetchPolicy =>
  parseFetchPolicy(read('ONRECORD_FETCH_ALLOW'), read('ONRECORD_FETCH_PORTS'));

function fetchMistakes(read: ReadSetting): readonly string[] {
  try {
    policyOf(read);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message.split('\n');
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function formatErrors({ name, prefix = '', secret }: Setting, read: ReadSetting): readonly string[] {
  const value = read(name);
  if (value === '') return [];
  if (!value.startsWith(prefix)) return [`${name} is not valid: it must begin with ${prefix}.`];
  return secret && /\s/.test(value) ? [`${name} contains white space: copy it again.`] : [];
}
