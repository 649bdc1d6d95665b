import type { ReadSetting } from '#core/platform';

/** The addresses of this Slack. */
export interface Endpoints {
  /** The Web API, with a slash at its end. */
  readonly api: string;
  /** The page on which a user authorizes the app. */
  readonly authorize: string;
  /** The only hosts that files are fetched from: each request carries the bot's token. */
  readonly files: readonly string[];
  /** The only hosts that answers are posted to. */
  readonly answers: readonly string[];
}

const SLACK = 'https://slack.com/api/';

/** The other hosts of every Slack, also of one that is reached through a proxy: https://docs.slack.dev/govslack */
const FILES = ['files.slack.com', 'files.slack-gov.com'];
const ANSWERS = ['hooks.slack.com', 'hooks.slack-gov.com'];

/** What the settings say about the place, or what is wrong with it. */
export function apiOf(read: ReadSetting): Endpoints | readonly string[] {
  const url = URL.parse(read('SLACK_API_URL') || SLACK);
  if (!url || !isSafe(url) || url.username !== '' || url.search !== '') {
    return [
      `SLACK_API_URL is no address of a Slack: it looks like ${SLACK}, or https://slack-gov.com/api/ for GovSlack.`,
    ];
  }
  const api = url.href.endsWith('/') ? url.href : `${url.href}/`;
  return {
    api,
    authorize: new URL('/oauth/v2/authorize', url).href,
    files: [...hostsOf(url), ...FILES],
    answers: [...hostsOf(url), ...ANSWERS],
  };
}

/** This machine by all its names. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const hostsOf = ({ hostname }: URL): readonly string[] => (LOOPBACK.includes(hostname) ? LOOPBACK : [hostname]);

/** Encrypted, or on this machine, where that is not needed. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));

/** Whether data may be sent to an address: it is one of these hosts, and the connection cannot be intercepted. */
export function isTrusted(address: URL | string, hosts: readonly string[]): boolean {
  const url = typeof address === 'string' ? URL.parse(address) : address;
  return url !== null && hosts.includes(url.hostname) && isSafe(url);
}
