import type { webApi } from '@slack/bolt';
import type { Finding } from '#core/platform';
import { meaningOf, type Refusal, refusalOf } from '../api/errors.ts';
import { clientFor } from '../connection/bolt.ts';
import { OPTIONAL_SCOPES, SCOPES } from '../scopes.ts';
import type { SlackSettings, Way } from '../settings.ts';

/** Looks at what Slack says of the tokens; changes nothing. */
export async function examine(settings: SlackSettings): Promise<readonly Finding[]> {
  const { way } = settings;
  switch (way.kind) {
    case 'socket':
      return [...(await botFindings(way.botToken, settings)), await appFinding(way.appToken, settings)];
    case 'http':
      return [...(await botFindings(way.botToken, settings)), SIGNED];
    case 'oauth':
      return [await reachFinding(settings), SIGNED, addressFinding(way)];
  }
}

const SIGNED: Finding = {
  ok: true,
  what: 'SLACK_SIGNING_SECRET is given. Whether it is the right one shows with the first request: a wrong one answers 401.',
};

/** The client has nothing to say here that the findings do not. */
const SILENT = { info: () => {}, error: () => {} };

async function called(
  token: string,
  method: string,
  settings: SlackSettings,
): Promise<webApi.AuthTestResponse | Refusal> {
  try {
    return await clientFor(token, { settings, house: { logger: SILENT } }).apiCall(method);
  } catch (error) {
    return refusalOf(method, error);
  }
}

const isRefusal = (said: webApi.AuthTestResponse | Refusal): said is Refusal => said instanceof Error;

async function botFindings(token: string, settings: SlackSettings): Promise<readonly Finding[]> {
  const said = await called(token, 'auth.test', settings);
  if (isRefusal(said)) return [{ ok: false, what: `SLACK_BOT_TOKEN: ${said.reason}.`, fix: botFix(said) }];
  const has = said.response_metadata?.scopes ?? [];
  const lacking = SCOPES.filter((scope) => !has.includes(scope));
  return [
    { ok: true, what: `SLACK_BOT_TOKEN is good: ${said.user ?? 'the bot'} in ${said.team ?? 'the workspace'}.` },
    lacking.length === 0
      ? { ok: true, what: `It may do all that is needed: ${SCOPES.join(', ')}.` }
      : {
          ok: false,
          what: `It may not do all that is needed: ${lacking.join(', ')} missing.`,
          fix: RESCOPE,
        },
    readFinding(has),
  ];
}

const RESCOPE =
  'Add them under OAuth & Permissions, Bot Token Scopes, or paste the manifest again (npm run setup); then Reinstall.';

/** Nothing is wrong without them: it is the workspace's own choice, with a price. */
function readFinding(has: readonly string[]): Finding {
  const lacking = OPTIONAL_SCOPES.filter((scope) => !has.includes(scope));
  if (lacking.length === 0)
    return { ok: true, what: `It can find its own posts again: ${OPTIONAL_SCOPES.join(', ')}.` };
  return {
    ok: true,
    what: `It cannot find its own posts again (${lacking.join(', ')} not granted): where Slack’s answer to a post gets lost, /status calls it uncertain.`,
  };
}

const UNREACHED = 'Is there a network, and is SLACK_API_URL right?';

const botFix = (refusal: Refusal): string =>
  meaningOf(refusal) === 'lost'
    ? 'Copy it again from OAuth & Permissions, Bot User OAuth Token; install the app there if it is not.'
    : UNREACHED;

async function appFinding(token: string, settings: SlackSettings): Promise<Finding> {
  const said = await called(token, 'apps.connections.open', settings);
  if (!isRefusal(said)) return { ok: true, what: 'SLACK_APP_TOKEN opens a Socket Mode connection.' };
  const isOurs = meaningOf(said) === 'passing' || said.retryAfter !== undefined;
  return {
    ok: false,
    what: `SLACK_APP_TOKEN: ${said.reason}.`,
    fix: isOurs
      ? UNREACHED
      : 'Generate one with the scope connections:write under Basic Information, App-Level Tokens, and switch on Socket Mode.',
  };
}

/** Without a token, Slack at least says that it wants one. */
async function reachFinding(settings: SlackSettings): Promise<Finding> {
  const said = await called('', 'api.test', settings);
  return isRefusal(said) && meaningOf(said) === 'passing'
    ? { ok: false, what: `Slack could not be reached (${said.reason}).`, fix: UNREACHED }
    : { ok: true, what: 'Slack can be reached.' };
}

const addressFinding = ({ address }: Extract<Way, { kind: 'oauth' }>): Finding =>
  address === undefined
    ? {
        ok: false,
        what: 'ONRECORD_URL is not given: Slack sends people back to the first address in the app’s own list.',
        fix: 'Set ONRECORD_URL to the public https address, and list that address with /slack/oauth_redirect under OAuth & Permissions, Redirect URLs.',
      }
    : { ok: true, what: 'Workspaces let the app in here.', show: `${address}/slack/install` };
