import type { ServerResponse } from 'node:http';
import type { HTTPReceiver, Installation } from '@slack/bolt';
import type { AdapterHost } from '#core/platform';
import { sanitize } from '#text/sanitize';
import { SlackApiError, toSlackApiError } from '../api/errors.ts';
import { withoutSecrets } from './bolt-logger.ts';
import { MissingBotTokenError } from './installation-store.ts';

type Callbacks = NonNullable<
  NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['installerOptions']>['callbackOptions']
>;

/** The page shown to a user who returns from Slack. */
interface Page {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly link: { readonly to: string; readonly label: string };
}

/** The pages shown after the return from Slack: the result, and the next step. @param install the install address. */
export function oauthPages(host: Pick<AdapterHost, 'logger' | 'newId'>, install: string): Callbacks {
  const again = { to: install, label: 'Add Onrecord to Slack' };
  return {
    success: (installation, _, __, response) => {
      const { team, enterprise } = installation;
      host.logger.info('Slack: the app was installed', { team: team?.id, enterprise: enterprise?.id });
      sendPage(response, successPage(installation));
    },
    failure: (error, _, request, response) => {
      const id = host.newId();
      const [level, page] = failurePage(error, isCancelled(request.url), id);
      host.logger[level]('Slack: the app was not installed', { id, reason: reasonOf(error) });
      sendPage(response, { ...page, link: again });
    },
  };
}

function successPage({ team, enterprise, appId }: Pick<Installation, 'team' | 'enterprise' | 'appId'>): Page {
  const name = sanitize(team?.name ?? enterprise?.name ?? '') || (team ? 'your workspace' : 'your organisation');
  const query = new URLSearchParams({ ...(appId ? { app: appId } : {}), ...(team ? { team: team.id } : {}) });
  return {
    status: 200,
    title: `Onrecord is in ${name}`,
    text: 'Type /brief in any channel, or choose “Brief this” in the menu of a message.',
    link: { to: `https://slack.com/app_redirect?${query}`, label: 'Open Slack' },
  };
}

type Failure = readonly [level: 'info' | 'error', page: Omit<Page, 'link'>];

function failurePage(error: Error, cancelled: boolean, id: string): Failure {
  const info = (title: string, text: string): Failure => ['info', { status: 400, title, text }];
  if (cancelled) return info('Onrecord was not added', 'It was cancelled in Slack, and nothing has changed.');
  if (STALE_STATE_CODES.has((error as { readonly code?: string }).code ?? '')) {
    return info(
      'This link is no longer valid',
      'It was already used, is older than ten minutes, or was opened in another browser. If /brief answers in Slack, Onrecord is installed. If not, start again.',
    );
  }
  if (error instanceof MissingBotTokenError || isApiError(error)) {
    return info('Slack did not install Onrecord', `It says: ${reasonOf(error)}. Nothing has changed. Start again.`);
  }
  const text = `Internal error (reference ${id}): nothing has changed. Try again in a minute.`;
  return ['error', { status: 500, title: 'Onrecord was not added', text }];
}

/** The codes for an invalid state, or for missing parameters from Slack. */
const STALE_STATE_CODES = new Set([
  'slack_oauth_invalid_state',
  'slack_oauth_missing_state',
  'slack_oauth_missing_code',
]);

const isCancelled = (url = ''): boolean => URL.parse(url, 'http://host')?.searchParams.get('error') === 'access_denied';

const isApiError = (error: Error): boolean =>
  `${(error as { readonly code?: unknown }).code}`.startsWith('slack_webapi');

const reasonOf = (error: Error): string => {
  if (!isApiError(error) && !(error instanceof SlackApiError)) return withoutSecrets(error.message);
  return toSlackApiError('oauth.v2.access', error).reason;
};

const sendPage = (response: ServerResponse, page: Page): void => {
  const body = renderPage(page);
  response.writeHead(page.status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
};

const renderPage = ({ title, text, link }: Page): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; font: 1.1rem/1.6 system-ui, sans-serif }
  body { max-width: 32rem; margin: 18vh auto; padding: 0 1.5rem }
  h1 { font-size: 1.5rem; line-height: 1.25 }
</style>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p><a href="${escapeHtml(link.to)}">${escapeHtml(link.label)}</a></p>
</html>
`;

const HTML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => HTML_ENTITIES[mark] ?? mark);
