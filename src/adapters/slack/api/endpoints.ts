import type { ReadSetting } from '#core/platform';

/** The URLs and hosts of the configured Slack. */
export interface Endpoints {
  /** The Web API, with a trailing slash. */
  readonly api: string;
  /** The page on which a user authorizes the app. */
  readonly authorize: string;
  /** The only hosts from which files are fetched: each request carries the bot's token. */
  readonly files: readonly string[];
  /** The only hosts to which replies are posted. */
  readonly answers: readonly string[];
}

const SLACK = 'https://slack.com/api/';

/** The other hosts of every Slack, also behind a proxy: https://docs.slack.dev/govslack */
const FILES = ['files.slack.com', 'files.slack-gov.com'];
const ANSWERS = ['hooks.slack.com', 'hooks.slack-gov.com'];

/** Reads the API URL from the settings; returns the error messages if it is invalid. */
export function apiOf(read: ReadSetting): Endpoints | readonly string[] {
  const url = URL.parse(read('SLACK_API_URL') || SLACK);
  if (!url || !isSafe(url) || url.username !== '' || url.search !== '') {
    return [`SLACK_API_URL is not a URL of Slack’s API, such as ${SLACK}, or https://slack-gov.com/api/ for GovSlack.`];
  }
  const api = url.href.endsWith('/') ? url.href : `${url.href}/`;
  return {
    api,
    authorize: new URL('/oauth/v2/authorize', url).href,
    files: [...hostsOf(url), ...FILES],
    answers: [...hostsOf(url), ...ANSWERS],
  };
}

/** All names of the local machine. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const hostsOf = ({ hostname }: URL): readonly string[] => (LOOPBACK.includes(hostname) ? LOOPBACK : [hostname]);

/** Milliseconds; no call made here takes Slack that long. */
export const TIMEOUT_MS = 10_000;

/** Whether the connection is encrypted, or local and needs no encryption. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));

/** Whether data may be sent to a URL: its host is listed, and the connection cannot be intercepted. */
export function isTrusted(address: URL | string, hosts: readonly string[]): boolean {
  const url = typeof address === 'string' ? URL.parse(address) : address;
  return url !== null && hosts.includes(url.hostname) && isSafe(url);
}
