import type { webApi } from '@slack/bolt';
import { errorKind } from '#chat/platform-error';
import type { Diagnostic } from '#core/platform';
import { type SlackApiError, toSlackApiError } from '../api/errors.ts';
import { clientFor } from '../connection/bolt.ts';
import { FILE_SCOPES, HISTORY_SCOPES, READ_SCOPES, SCOPES } from '../scopes.ts';
import type { ConnectionMode, SlackSettings } from '../settings.ts';

/** Checks the tokens with Slack; changes nothing. */
export async function diagnose(settings: SlackSettings): Promise<readonly Diagnostic[]> {
  const { mode } = settings;
  switch (mode.kind) {
    case 'socket':
      return [
        ...(await botDiagnostics(mode.botToken, settings)),
        await appTokenDiagnostic(mode.appToken, settings),
        ...(await sameAppDiagnostics(mode, settings)),
      ];
    case 'http':
      return [...(await botDiagnostics(mode.botToken, settings)), SIGNED];
    case 'oauth':
      return [await reachabilityDiagnostic(settings), SIGNED, addressDiagnostic(mode)];
  }
}

const SIGNED: Diagnostic = {
  ok: true,
  what: 'SLACK_SIGNING_SECRET is set. It is verified with the first request: a wrong one leads to 401.',
};

/** The client's log would repeat the diagnostics. */
const NULL_LOGGER = { info: () => {}, error: () => {} };

async function callApi(
  token: string,
  method: string,
  settings: SlackSettings,
  options: Readonly<Record<string, unknown>> = {},
): Promise<webApi.AuthTestResponse | SlackApiError> {
  try {
    return await clientFor(token, { settings, host: { logger: NULL_LOGGER } }).apiCall(method, options);
  } catch (error) {
    return toSlackApiError(method, error);
  }
}

const isApiError = (said: webApi.AuthTestResponse | SlackApiError): said is SlackApiError => said instanceof Error;

async function botDiagnostics(token: string, settings: SlackSettings): Promise<readonly Diagnostic[]> {
  const said = await callApi(token, 'auth.test', settings);
  if (isApiError(said)) return [{ ok: false, what: `SLACK_BOT_TOKEN: ${said.reason}.`, fix: botTokenFix(said) }];
  const has = said.response_metadata?.scopes ?? [];
  const lacking = SCOPES.filter((scope) => !has.includes(scope));
  return [
    { ok: true, what: `SLACK_BOT_TOKEN is valid: ${said.user ?? 'the bot'} in ${said.team ?? 'the workspace'}.` },
    lacking.length === 0
      ? { ok: true, what: `It has all required scopes: ${SCOPES.join(', ')}.` }
      : {
          ok: false,
          what: `It lacks required scopes: ${lacking.join(', ')}.`,
          fix: SCOPES_FIX,
        },
    optionalDiagnostic(has, HISTORY_SCOPES, HISTORY),
    optionalDiagnostic(has, READ_SCOPES, READ),
    optionalDiagnostic(has, FILE_SCOPES, FILES),
  ];
}

const SCOPES_FIX =
  'Add them under OAuth & Permissions, Bot Token Scopes, or paste the manifest again (npm run setup); then Reinstall.';

/** Missing optional scopes are not an error: the workspace may leave them out, at a price. */
function optionalDiagnostic(
  has: readonly string[],
  scopes: readonly string[],
  [can, cannot]: readonly [can: string, cannot: (lacking: string) => string],
): Diagnostic {
  const lacking = scopes.filter((scope) => !has.includes(scope));
  if (lacking.length === 0) return { ok: true, what: `${can}: ${scopes.join(', ')}.` };
  return { ok: true, warning: true, what: cannot(`${lacking.join(', ')} not granted`) };
}

const HISTORY = [
  'It can find its own posts again',
  (lacking: string) =>
    `It cannot find its own posts again (${lacking}): if Slack’s response to a post is lost, /status reports it as uncertain.`,
] as const;

const READ = [
  'It sees who may post in a channel',
  (lacking: string) => `It cannot see who may post in a channel (${lacking}): Share posts nothing there.`,
] as const;

const FILES = [
  'It can send files',
  (lacking: string) =>
    `It cannot send files (${lacking}): /data export answers in text, and pictures are described in words.`,
] as const;

const UNREACHABLE_FIX = 'Is there a network, and is SLACK_API_URL right?';

/** What to do if Slack does not respond; a requested pause is not a network error. */
const unreachableFix = ({ retryAfter }: SlackApiError): string =>
  retryAfter === undefined ? UNREACHABLE_FIX : `Slack asks for a pause: try again in ${Math.max(1, retryAfter)} s.`;

const botTokenFix = (refusal: SlackApiError): string =>
  errorKind(refusal) === 'tokenRevoked'
    ? 'Copy it again from OAuth & Permissions, Bot User OAuth Token; install the app there if it is not.'
    : unreachableFix(refusal);

async function appTokenDiagnostic(token: string, settings: SlackSettings): Promise<Diagnostic> {
  const said = await callApi(token, 'apps.connections.open', settings);
  if (!isApiError(said)) return { ok: true, what: 'SLACK_APP_TOKEN opens a Socket Mode connection.' };
  const isOurs = errorKind(said) === 'transient' || said.retryAfter !== undefined;
  return {
    ok: false,
    what: `SLACK_APP_TOKEN: ${said.reason}.`,
    fix: isOurs
      ? unreachableFix(said)
      : 'Generate one with the scope connections:write under Basic Information, App-Level Tokens, and switch on Socket Mode.',
  };
}

// xapp-1-A012ABCD0A0-1234567890123-…
//        ^^^^^^^^^^^ the app
const APP_IN_TOKEN = /^xapp-\d+-(A[A-Z0-9]+)-/;

/** Whether both tokens belong to one app: otherwise the bot of one app would answer events of the other. */
async function sameAppDiagnostics(
  { botToken, appToken }: Extract<ConnectionMode, { kind: 'socket' }>,
  settings: SlackSettings,
): Promise<readonly Diagnostic[]> {
  const ofAppToken = APP_IN_TOKEN.exec(appToken)?.[1];
  const said = await callApi(botToken, 'auth.test', settings);
  const { bot } = isApiError(said) ? {} : await botInfo(botToken, said.bot_id, settings);
  if (ofAppToken === undefined || bot?.app_id === undefined) return [];
  if (bot.app_id === ofAppToken) return [{ ok: true, what: `Both tokens are of one app (${ofAppToken}).` }];
  return [
    {
      ok: false,
      what: `The tokens are of two apps: SLACK_BOT_TOKEN of ${bot.app_id}, SLACK_APP_TOKEN of ${ofAppToken}.`,
      fix: 'Copy both from the pages of the same app.',
    },
  ];
}

async function botInfo(token: string, bot: string | undefined, settings: SlackSettings): Promise<BotInfo> {
  if (bot === undefined) return {};
  const said = await callApi(token, 'bots.info', settings, { bot });
  return isApiError(said) ? {} : (said as BotInfo);
}

/** https://docs.slack.dev/reference/methods/bots.info */
interface BotInfo {
  readonly bot?: { readonly app_id?: string };
}

/** Without a token, Slack responds that one is required. */
async function reachabilityDiagnostic(settings: SlackSettings): Promise<Diagnostic> {
  const said = await callApi('', 'api.test', settings);
  return isApiError(said) && errorKind(said) === 'transient'
    ? { ok: false, what: `Slack could not be reached (${said.reason}).`, fix: UNREACHABLE_FIX }
    : { ok: true, what: 'Slack can be reached.' };
}

const addressDiagnostic = ({ address }: Extract<ConnectionMode, { kind: 'oauth' }>): Diagnostic =>
  address === undefined
    ? {
        ok: false,
        what: 'ONRECORD_URL is not set: Slack redirects users to the first URL in the app’s list.',
        fix: 'Set ONRECORD_URL to the public https address, and list that address with /slack/oauth_redirect under OAuth & Permissions, Redirect URLs.',
      }
    : { ok: true, what: 'Workspaces install the app here.', show: `${address}/slack/install` };
