import { makeRequestHandler } from '#chat/request-handler';
import type { AdapterHost } from '#core/platform';
import type { Adapter, Dispatcher } from '#core/ports';
import { makeApiQueue } from './api/queue.ts';
import { RATE_LIMITS, type SlackRateLimits } from './api/rate-limits.ts';
import { makeSender } from './api/send.ts';
import { slashNames } from './command-names.ts';
import { makeAuthorizeErrorHandler } from './connection/authorize-errors.ts';
import { makeConnection, type SlackConnection } from './connection/connection.ts';
import { makeInFlight } from './in-flight.ts';
import { makeAttachmentReader } from './inbound/attachment-reader.ts';
import { channelOptions } from './inbound/channel-args.ts';
import { registerEvents } from './inbound/events.ts';
import { makeForms } from './inbound/forms.ts';
import { registerInteractions } from './inbound/interactions.ts';
import { makePermissions } from './inbound/permissions.ts';
import { makeResponder } from './inbound/responder.ts';
import { makePublisher } from './publisher/publisher.ts';
import { homeFor } from './render/home-tab.ts';
import { makeRenameCommands } from './render/rename-commands.ts';
import type { SlackSettings } from './settings.ts';
import { PLATFORM } from './tenant.ts';

/** Milliseconds that what is under way has left when the process is told to stop. */
const TIMEOUT_MS = 10_000;

const MODE_NAMES = { socket: 'Socket Mode', http: 'HTTP', oauth: 'HTTP, for many workspaces' } as const;

/**
 * Slack’s people at the desk, in whichever way the settings describe.
 *
 * @param paces handed in where Slack is not the real one.
 */
export function openSlack(settings: SlackSettings, house: AdapterHost, paces: SlackRateLimits = RATE_LIMITS): Adapter {
  const reception = makeRequestHandler(PLATFORM, house);
  const underway = makeInFlight();
  const queue = makeApiQueue(settings.endpoints, paces);
  house.watchQueue?.(queue.pending);
  let entrance: SlackConnection | undefined;
  let stopping: Promise<void> | undefined;

  const furnish = ({ app, lose }: SlackConnection, desk: Dispatcher): void => {
    const sender = makeSender(queue, {
      onLost: (caller, reason) => lose(caller.source, reason, caller.client.token),
      onUnopened: ({ method, reason }) =>
        house.logger.error('Slack did not open a form', { platform: PLATFORM, method, reason }),
    });
    const permissions = makePermissions({ sender, logger: house.logger, schedulers: settings.schedulers });
    const forms = makeForms(desk, sender, permissions, house);
    const renameCommands = makeRenameCommands(house.commands, settings.naming);
    const counter = makeResponder({
      house,
      reception,
      sender,
      permissions,
      isFull: queue.isFull,
      renameCommands,
      openForm: forms.open,
    });
    const needs = {
      house,
      desk,
      counter,
      reception,
      forms,
      reader: makeAttachmentReader(desk, sender, settings.endpoints.files),
      names: slashNames(house.commands, settings.naming),
      channelOptions: channelOptions(house),
    };
    app.use(async ({ next }) => {
      const handled = next();
      underway.track(handled);
      await handled;
    });
    registerInteractions(app, needs);
    registerEvents(app, {
      ...needs,
      home: () =>
        homeFor({
          house,
          desk,
          naming: settings.naming,
          activeSettings: [['Connected over', MODE_NAMES[settings.mode.kind]]],
        }),
      show: async (caller, view) => void (await sender.call(caller, 'views.publish', { user_id: caller.user, view })),
      onRemoved: lose,
    });
    app.error(makeAuthorizeErrorHandler({ house, outbox: queue, settings }));
  };

  const stop = async (): Promise<void> => {
    await entrance?.close();
    await underway.settled(TIMEOUT_MS);
    await queue.close(0);
  };

  return {
    name: PLATFORM,
    publisher: makePublisher({
      ...{ house, queue, connection: () => entrance },
      hasOneToken: settings.mode.kind !== 'oauth',
    }),
    async start(desk) {
      if (stopping) return;
      entrance = makeConnection({ settings, house, outbox: queue });
      furnish(entrance, desk);
      await entrance.open();
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
