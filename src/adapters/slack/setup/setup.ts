import { UserError } from '#core/errors';
import type { AdapterHost, Diagnostic, ReadSetting } from '#core/platform';
import { type Naming, namingOf, slashNames } from '../command-names.ts';
import { PATHS } from '../scopes.ts';
import { type SlackSettings, settingsOf } from '../settings.ts';
import { diagnose } from './doctor.ts';
import { manifest } from './manifest.ts';

const FILE = 'slack-manifest.json';
const NEW_APP = 'https://api.slack.com/apps?new_app=1';

/**
 * Returns the steps to connect Slack: the app's manifest, the missing settings, each with where to find it, the check
 * of the given tokens, and finally the link that creates the app.
 *
 * @throws UserError if the configured names cannot be command names.
 */
export async function setUp(
  read: ReadSetting,
  { commands }: Pick<AdapterHost, 'commands'>,
): Promise<readonly Diagnostic[]> {
  const naming = readNaming(read);
  slashNames(commands, naming);
  const address = read('ONRECORD_URL').replace(/\/+$/, '');
  const overHttp = address !== '' && read('SLACK_APP_TOKEN') === '';
  const app = manifest({ commands, naming, address: overHttp ? address : undefined });
  const settings = completeSettings(read);
  return [
    {
      ...{ ok: true, once: true, file: FILE },
      what: `The app’s manifest, to keep as ${FILE}.`,
      show: JSON.stringify(app, null, 2),
    },
    ...(overHttp ? overHttpSteps(read, address) : socketSteps(read)),
    ...(settings ? await diagnose(settings) : []),
    {
      ...{ ok: settings !== undefined, once: true },
      what: 'This link creates the app from the manifest: open it, choose the workspace, Next, Create.',
      show: `${NEW_APP}&manifest_json=${encodeURIComponent(JSON.stringify(app))}`,
    },
  ];
}

function readNaming(read: ReadSetting): Naming {
  const naming = namingOf(read);
  if (Array.isArray(naming)) throw new UserError(naming.join('\n'));
  return naming as Naming;
}

/** The settings, if all required ones are given. */
function completeSettings(read: ReadSetting): SlackSettings | undefined {
  try {
    return settingsOf(read);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const step = (read: ReadSetting, name: string, where: string): Diagnostic =>
  read(name) === '' ? { ok: false, what: `${name} is missing.`, fix: where } : { ok: true, what: `${name} is given.` };

const BOT = 'Install App, Install to Workspace; then copy the Bot User OAuth Token.';
const SECRET = 'Basic Information, App Credentials, Signing Secret.';

const socketSteps = (read: ReadSetting): readonly Diagnostic[] => [
  step(read, 'SLACK_BOT_TOKEN', BOT),
  ...(read('SLACK_SIGNING_SECRET') !== ''
    ? []
    : [
        step(
          read,
          'SLACK_APP_TOKEN',
          'Basic Information, App-Level Tokens, Generate Token and Scopes, with the scope connections:write.',
        ),
      ]),
];

/** One workspace with its token, or multiple workspaces that install the app themselves. */
const overHttpSteps = (read: ReadSetting, address: string): readonly Diagnostic[] => [
  step(read, 'SLACK_SIGNING_SECRET', SECRET),
  ...(read('SLACK_CLIENT_ID') === '' && read('SLACK_CLIENT_SECRET') === ''
    ? [step(read, 'SLACK_BOT_TOKEN', `${BOT} For many workspaces instead: SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.`)]
    : [
        step(read, 'SLACK_CLIENT_ID', 'Basic Information, App Credentials, Client ID.'),
        step(read, 'SLACK_CLIENT_SECRET', 'Basic Information, App Credentials, Client Secret.'),
        step(read, 'ONRECORD_KEY', 'openssl rand -base64 32 generates one.'),
        { ok: true, what: 'Workspaces install the app here.', show: `${address}/slack/install` },
      ]),
  step(read, 'ONRECORD_PORT', `The port that ${address} leads to; Slack sends to ${address}${PATHS.events}.`),
];
