import { App, type Authorize, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { limitLog } from '#chat/limit-log';
import type { AdapterHost } from '#core/platform';
import { TIMEOUT_MS } from '../api/endpoints.ts';
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

/** The options of every client: no retries, so that attempts are counted in one place. */
const clientOptions = ({ settings, host }: BoltDeps): webApi.WebClientOptions => ({
  slackApiUrl: settings.endpoints.api,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  timeout: TIMEOUT_MS,
  logger: boltLogger(host.logger),
});

/** Receives requests from Slack. */
export type Receiver = SocketModeReceiver | HTTPReceiver;

export const socketReceiver = (appToken: string, needs: BoltDeps): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: boltLogger(needs.host.logger),
    // `maintainConnection` handles reconnects.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(needs) },
    // Any error has already been reported; Slack need not resend the event.
    processEventErrorHandler: async () => true,
  });

/** @param oauth the options for requests from multiple workspaces. */
export function httpReceiver(signingSecret: string, needs: BoltDeps, oauth: Partial<HttpOptions> = {}): HTTPReceiver {
  // A public address receives requests from any source.
  const log = limitLog(needs.host.logger);
  return new HTTPReceiver({
    signingSecret,
    endpoints: PATHS.events,
    bodyLimit: MAX_BODY_BYTES,
    logger: boltLogger(log),
    // The request is signed by Slack, but cannot be parsed.
    processEventErrorHandler: async ({ error, response }) => {
      log.info('Slack sent an unreadable message', { reason: withoutSecrets(error.message) });
      if (response.headersSent) return false;
      response.writeHead(400).end();
      return true;
    },
    unhandledRequestHandler: ({ response }) => void (response.headersSent || response.writeHead(404).end()),
    ...oauth,
  });
}

/** Returns the receiver options for multiple workspaces: Bolt’s own installer, with state, over the app's store. */
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

/** @param authorize finds the token for a request; omitted if the receiver’s installer does. */
export const boltApp = (receiver: Receiver, needs: BoltDeps, authorize?: Authorize<boolean>): App =>
  new App({
    receiver,
    logger: boltLogger(needs.host.logger),
    clientOptions: clientOptions(needs),
    // No conversation state is stored.
    convoStore: false,
    extendedErrorHandler: true,
    ...(authorize ? { authorize } : {}),
  });

/** Creates a client with one token. */
export const clientFor = (token: string, needs: BoltDeps): webApi.WebClient =>
  new webApi.WebClient(token, clientOptions(needs));
