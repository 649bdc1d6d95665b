import { App, type Authorize, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { limitLog } from '#chat/limit-log';
import type { AdapterHost } from '#core/platform';
import { TIMEOUT_MS } from '../api/queue.ts';
import { OPTIONAL_SCOPES, PATHS, SCOPES } from '../scopes.ts';
import type { ConnectionMode, SlackSettings } from '../settings.ts';
import { boltLogger, withoutSecrets } from './bolt-logger.ts';
import { MAX_BODY_BYTES } from './http.ts';
import type { SlackInstallationStore } from './installation-store.ts';
import { oauthPages } from './oauth-pages.ts';
import { makeStateStore } from './oauth-state.ts';

interface BoltDeps {
  readonly settings: SlackSettings;
  readonly host: Pick<AdapterHost, 'logger'>;
}

type HttpOptions = ConstructorParameters<typeof HTTPReceiver>[0];

/** How every client of ours is made: one try, so that there is one place where tries are counted. */
const clientOptions = ({ settings, host }: BoltDeps): webApi.WebClientOptions => ({
  slackApiUrl: settings.endpoints.api,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  timeout: TIMEOUT_MS,
  logger: boltLogger(host.logger),
});

/** What takes in what Slack sends. */
export type Receiver = SocketModeReceiver | HTTPReceiver;

export const socketReceiver = (appToken: string, needs: BoltDeps): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: boltLogger(needs.host.logger),
    // Reconnecting is done by `keepConnected`.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(needs) },
    // Any error has already been reported; Slack need not resend the event.
    processEventErrorHandler: async () => true,
  });

/** @param oauth where requests of many workspaces come in. */
export function httpReceiver(signingSecret: string, needs: BoltDeps, oauth: Partial<HttpOptions> = {}): HTTPReceiver {
  // Anyone can send requests to a public address.
  const log = limitLog(needs.host.logger);
  return new HTTPReceiver({
    signingSecret,
    endpoints: PATHS.events,
    bodyLimit: MAX_BODY_BYTES,
    logger: boltLogger(log),
    // Signed by Slack, and still nothing that one could make sense of.
    processEventErrorHandler: async ({ error, response }) => {
      log.info('Slack has sent what cannot be read', { reason: withoutSecrets(error.message) });
      if (response.headersSent) return false;
      response.writeHead(400).end();
      return true;
    },
    unhandledRequestHandler: ({ response }) => void (response.headersSent || response.writeHead(404).end()),
    ...oauth,
  });
}

/** What the way in for many workspaces takes: Bolt’s own installer, with state, over our store. */
export function oauthOptions(
  mode: Extract<ConnectionMode, { kind: 'oauth' }>,
  {
    settings,
    host,
  }: { readonly settings: SlackSettings; readonly host: Pick<AdapterHost, 'logger' | 'newId' | 'secretFor'> },
  installationStore: SlackInstallationStore,
): Partial<HttpOptions> {
  const options = {
    scopes: [...SCOPES, ...OPTIONAL_SCOPES],
    ...(mode.address === undefined ? {} : { redirectUri: `${mode.address}${PATHS.redirect}` }),
  };
  return {
    clientId: mode.clientId,
    clientSecret: mode.clientSecret,
    installationStore,
    ...options,
    installerOptions: {
      directInstall: true,
      installPath: PATHS.install,
      redirectUriPath: PATHS.redirect,
      stateStore: makeStateStore(host.secretFor('slack-oauth-state'), options),
      callbackOptions: oauthPages(host, PATHS.install),
      authorizationUrl: settings.endpoints.authorize,
      clientOptions: clientOptions({ settings, host }),
    },
  };
}

/** @param authorize finds the token for a request; left out where the receiver’s installer does. */
export const boltApp = (receiver: Receiver, needs: BoltDeps, authorize?: Authorize<boolean>): App =>
  new App({
    receiver,
    logger: boltLogger(needs.host.logger),
    clientOptions: clientOptions(needs),
    // Nothing is remembered of conversations.
    convoStore: false,
    extendedErrorHandler: true,
    ...(authorize ? { authorize } : {}),
  });

/** Calls Slack with one token. */
export const clientFor = (token: string, needs: BoltDeps): webApi.WebClient =>
  new webApi.WebClient(token, clientOptions(needs));
