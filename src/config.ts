import { statSync } from 'node:fs';
import { config as readEnvFile } from 'dotenv';
import { UserError } from '#core/errors';
import type { Connection, Platform, ReadSetting, Setting } from '#core/platform';
import { platforms } from '#platforms';
import type { FetchPolicy } from '#sources/fetch/policy';
import { parseFetchPolicy, userAgentOf } from '#sources/fetch/settings';

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

/** The settings of the process; those of a platform are in its folder. */
export const SETTINGS: readonly Setting[] = [
  { name: 'ONRECORD_CONTENT', about: 'The folder of the articles; default: content.' },
  { name: 'ONRECORD_DATA', about: 'The database file; default: data/onrecord.db.' },
  {
    name: 'ONRECORD_BEGIN_ANEW',
    about:
      'yes creates an empty database if the existing one is missing; otherwise nothing is stored, and Onrecord reports that it is missing.',
  },
  {
    name: 'ONRECORD_KEY',
    about: 'The key for secrets in the database, and for WebSub: openssl rand -base64 32. Keep a copy elsewhere.',
    secret: true,
  },
  { name: 'ONRECORD_SUPPORT', about: 'Where users ask for help: mailto:help@example.org, or a page.' },
  { name: 'ONRECORD_TERMS', about: 'The address of your terms of service.' },
  {
    name: 'ONRECORD_RETENTION_DAYS',
    about: 'How many days the data of a workspace is kept after it removed Onrecord; default: 30.',
    check: (days) =>
      /^\d{1,4}$/.test(days) ? undefined : 'ONRECORD_RETENTION_DAYS must be a number of days from 0 to 9999.',
  },
  {
    name: 'ONRECORD_PORT',
    about: 'The port for /healthz, /metrics and requests of platforms over HTTP; default: none.',
  },
  { name: 'ONRECORD_HOST', about: 'The address to listen on; default: 127.0.0.1. 0.0.0.0 listens on all addresses.' },
  {
    name: 'ONRECORD_URL',
    about: 'The public address that leads to that port: https://onrecord.example.org.',
    prefix: 'https://',
  },
  {
    name: 'ONRECORD_HEARTBEAT_URL',
    about:
      'An address that is requested each minute while schedules are working, as Healthchecks expects; default: none.',
    prefix: 'http',
    secret: true,
  },
  {
    name: 'ONRECORD_PAGE',
    about: 'yes serves the local page, no does not; default: only if Onrecord runs in a terminal.',
  },
  {
    name: 'ONRECORD_FETCH_ALLOW',
    about: 'Private addresses that links and feeds may lead to, for an intranet; default: none.',
  },
  { name: 'ONRECORD_FETCH_PORTS', about: 'Ports that links and feeds may use besides 80 and 443: 8080,9000-9010.' },
  {
    name: 'ONRECORD_CONTACT',
    about: 'How site operators can reach you, a URL or an e-mail address; sent with every request to them.',
  },
  { name: 'ONRECORD_ARCHIVE_DAYS', about: 'How many days articles of feeds are kept; default: 90.' },
  { name: 'ONRECORD_ARCHIVE_GB', about: 'How much disk space they may use, in gigabytes; default: 2.' },
];

/** Shorter values are too easy to guess. */
const MIN_KEY_LENGTH = 32;

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
    ...['ONRECORD_ARCHIVE_DAYS', 'ONRECORD_ARCHIVE_GB'].flatMap((name) =>
      /^$|^\d{1,5}(?:\.\d+)?$/.test(read(name)) ? [] : [`${name} must be a number, such as 30.`],
    ),
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

function settingErrors(read: ReadSetting): readonly string[] {
  const port = read('ONRECORD_PORT');
  const key = read('ONRECORD_KEY');
  return [
    ...SETTINGS.flatMap((setting) => formatErrors(setting, read)),
    ...(port === '' || isPort(port) ? [] : ['ONRECORD_PORT must be a port: a number from 1 to 65535.']),
    ...['ONRECORD_PAGE', 'ONRECORD_BEGIN_ANEW'].flatMap((name) =>
      ['', 'yes', 'no'].includes(read(name)) ? [] : [`${name} must be yes or no.`],
    ),
    ...SETTINGS.flatMap(({ name, check }) => (read(name) && check?.(read(name))) || []),
    ...(key === '' || key.length >= MIN_KEY_LENGTH
      ? []
      : [`ONRECORD_KEY is too short: ${MIN_KEY_LENGTH} characters at least, as from openssl rand -base64 32.`]),
  ];
}

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
const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65_536;

function formatErrors({ name, prefix = '', secret }: Setting, read: ReadSetting): readonly string[] {
  const value = read(name);
  if (value === '') return [];
  if (!value.startsWith(prefix)) return [`${name} is not valid: it must begin with ${prefix}.`];
  return secret && /\s/.test(value) ? [`${name} contains white space: copy it again.`] : [];
}
