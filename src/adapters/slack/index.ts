import { makeRequestHandler } from '#chat/request-handler';
import type { AdapterHost } from '#core/platform';
import type { Adapter, Dispatcher } from '#core/ports';
import { makeApiQueue } from './api/queue.ts';
import { RATE_LIMITS } from './api/rate-limits.ts';
import { makeSender } from './api/send.ts';
import { makeFileUpload } from './api/upload.ts';
import { makeRenameCommands, slashNames } from './command-names.ts';
import { makeAuthorizeErrorHandler } from './connection/authorize-errors.ts';
import { makeConnection, type SlackConnection, type SlackEnvironment } from './connection/connection.ts';
import { findRemovedTenants } from './connection/removed-tenants.ts';
import { makeInFlight } from './in-flight.ts';
import { makeAttachmentReader } from './inbound/attachment-reader.ts';
import { channelOptions } from './inbound/channel-args.ts';
import { registerEvents } from './inbound/events.ts';
import { makeForms } from './inbound/forms.ts';
import { registerInteractions } from './inbound/interactions.ts';
import { makePermissions } from './inbound/permissions.ts';
import { makePostingCheck } from './inbound/posting-check.ts';
import { makeResponder } from './inbound/responder.ts';
import { makeLocales } from './inbound/user-locale.ts';
import { makeWelcome, type Welcome } from './inbound/welcome.ts';
import { makePublisher } from './publisher/publisher.ts';
import { homeFor } from './render/home-tab.ts';
import type { SlackSettings } from './settings.ts';
import { PLATFORM } from './tenant.ts';

/** Milliseconds for work in progress after the process is asked to stop. */
const TIMEOUT_MS = 10_000;

const ENVIRONMENT: SlackEnvironment = { rateLimits: RATE_LIMITS, now: Date.now };

/** Connects to Slack as described by the settings. @param environment injected by tests. */
export function openSlack(
  settings: SlackSettings,
  host: AdapterHost,
  environment: SlackEnvironment = ENVIRONMENT,
): Adapter {
  const requests = makeRequestHandler(PLATFORM, host);
  const inFlight = makeInFlight();
  const renameCommands = makeRenameCommands(host.commands, settings.naming);
  const queue = makeApiQueue(settings.endpoints, environment.rateLimits);
  host.watchQueue?.(queue.pending);
  let connection: SlackConnection | undefined;
  let stopping: Promise<void> | undefined;
  let greet: Welcome['toInstaller'] = async () => {};

  const furnish = ({ app, lose }: SlackConnection, dispatcher: Dispatcher): void => {
    const sender = makeSender(queue, {
      onLost: (caller, reason) => lose(caller.source, reason, caller.client.token),
      onUnopened: ({ method, reason }) =>
        host.logger.error('Slack did not open a form', { platform: PLATFORM, method, reason }),
    });
    const permissions = makePermissions({ sender, logger: host.logger, schedulers: settings.schedulers });
    const findLocale = makeLocales(sender);
    const forms = makeForms({ dispatcher, sender, permissions, findLocale, renameCommands, host });
    const responder = makeResponder({
      host,
      requests,
      sender,
      permissions,
      findLocale,
      isFull: queue.isFull,
      renameCommands,
      uploadFiles: makeFileUpload(sender, settings.endpoints.files),
      mayPost: makePostingCheck({ sender, logger: host.logger, permissions }),
      openForm: forms.open,
    });
    const welcome = makeWelcome({ host, sender, findLocale, renameCommands });
    const needs = {
      host,
      dispatcher,
      responder,
      requests,
      forms,
      reader: makeAttachmentReader(dispatcher, sender, settings.endpoints.files),
      names: slashNames(host.commands, settings.naming),
      channelOptions: channelOptions(host),
    };
    app.use(async ({ next }) => {
      const handled = next();
      inFlight.track(handled);
      await handled;
    });
    registerInteractions(app, needs);
    registerEvents(app, {
      ...needs,
      home: async (caller) => {
        const locale = await findLocale(caller);
        return homeFor({
          host,
          requester: { id: host.newId(), tenantKey: caller.tenantKey, renameCommands, ...(locale && { locale }) },
          dispatcher,
          naming: settings.naming,
          connectionMode: settings.mode.kind,
        });
      },
      show: async (caller, view) => void (await sender.call(caller, 'views.publish', { user_id: caller.user, view })),
      welcome: (caller, channel) => welcome.toReader(caller, channel),
      onRemoved: (source, reason, at) => lose(source, reason, undefined, at),
    });
    greet = welcome.toInstaller;
    app.error(makeAuthorizeErrorHandler({ host, queue, settings }));
  };

  const stop = async (): Promise<void> => {
    await connection?.close();
    await inFlight.settled(TIMEOUT_MS);
    await queue.close(0);
  };

  return {
    name: PLATFORM,
    publisher: makePublisher({
      ...{ host, queue, connection: () => connection, renameCommands },
      files: settings.endpoints.files,
      hasOneToken: settings.mode.kind !== 'oauth',
    }),
    async start(dispatcher) {
      if (stopping) return;
      connection = makeConnection({
        ...{ settings, host, queue, environment },
        onNew: (installer) => inFlight.track(greet(installer)),
      });
      furnish(connection, dispatcher);
      await connection.open();
      inFlight.track(findRemovedTenants({ host, queue, connection }));
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
