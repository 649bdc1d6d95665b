import type { Read } from '#chat/platform';

/** Where this Slack lives. */
export interface Endpoints {
  /** The Web API, with a slash at its end. */
  readonly api: string;
  /** Where somebody is asked to let the app in. */
  readonly authorize: string;
  /** The only hosts that files are fetched from, ports included: whoever is asked sees the bot's token. */
  readonly files: readonly string[];
  /** The only hosts that answers are posted to. */
  readonly answers: readonly string[];
}

const SLACK = 'https://slack.com/api/';

/** The other hosts of each Slack: https://docs.slack.dev/govslack */
const HOSTS: Readonly<Record<string, { readonly files: string; readonly answers: string }>> = {
  'slack.com': { files: 'files.slack.com', answers: 'hooks.slack.com' },
  'slack-gov.com': { files: 'files.slack-gov.com', answers: 'hooks.slack-gov.com' },
};

/** What the settings say about the place, or what is wrong with it. */
export function apiOf(read: Read): Endpoints | readonly string[] {
  const url = URL.parse(read('SLACK_API_URL') || SLACK);
  const open = url?.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (!url || (url.protocol !== 'https:' && !open) || url.username !== '' || url.search !== '') {
    return [
      `SLACK_API_URL is no address of a Slack: it looks like ${SLACK}, or https://slack-gov.com/api/ for GovSlack.`,
    ];
  }
  const api = url.href.endsWith('/') ? url.href : `${url.href}/`;
  const hosts = HOSTS[url.hostname.replace(/^www\./, '')];
  return {
    api,
    authorize: new URL('/oauth/v2/authorize', url).href,
    files: [url.host, ...(hosts ? [hosts.files] : [])],
    answers: [url.host, ...(hosts ? [hosts.answers] : [])],
  };
}
