import { makeReception } from '#chat/request-handler';
import type { House } from '#core/platform';
import type { Adapter, Desk } from '#core/ports';
import { makeOutbox } from './api/queue.ts';
import { PACES, type SlackPaces } from './api/rate-limits.ts';
import { makeMail } from './api/send.ts';
import { slashNames } from './command-names.ts';
import { turnedAway } from './connection/authorize-errors.ts';
import { type Entrance, entranceOf } from './connection/connection.ts';
import { makeUnderway } from './in-flight.ts';
import { makeReader } from './inbound/attachment-reader.ts';
import { channelOptions } from './inbound/channel-args.ts';
import { hearEvents } from './inbound/events.ts';
import { makeForms } from './inbound/forms.ts';
import { receiveUses } from './inbound/interactions.ts';
import { makeSeats } from './inbound/permissions.ts';
import { makeCounter } from './inbound/responder.ts';
import { makePoster } from './publisher/publisher.ts';
import { homeFor } from './render/home-tab.ts';
import { spellerFor } from './render/rename-commands.ts';
import type { SlackSettings } from './settings.ts';
import { PLATFORM } from './tenant.ts';

/** Milliseconds that what is under way has left when the process is told to stop. */
const PATIENCE = 10_000;

const OVER = { socket: 'Socket Mode', http: 'HTTP', oauth: 'HTTP, for many workspaces' } as const;

/**
 * Slack’s people at the desk, in whichever way the settings describe.
 *
 * @param paces handed in where Slack is not the real one.
 */
export function openSlack(settings: SlackSettings, house: House, paces: SlackPaces = PACES): Adapter {
  const reception = makeReception(PLATFORM, house);
  const underway = makeUnderway();
  const outbox = makeOutbox(settings.endpoints, paces);
  house.watchQueue?.(outbox.pending);
  let entrance: Entrance | undefined;
  let stopping: Promise<void> | undefined;

  const furnish = ({ app, lose }: Entrance, desk: Desk): void => {
    const mail = makeMail(outbox, {
      onLost: (caller, reason) => lose(caller.source, reason, caller.client.token),
      onUnopened: ({ method, reason }) =>
        house.logger.error('Slack did not open a form', { platform: PLATFORM, method, reason }),
    });
    const seatOf = makeSeats({ mail, logger: house.logger, schedulers: settings.schedulers });
    const forms = makeForms(desk, mail, seatOf, house);
    const spell = spellerFor(house.commands, settings.naming);
    const counter = makeCounter({ house, reception, mail, seatOf, isFull: outbox.isFull, spell, openForm: forms.open });
    const needs = {
      house,
      desk,
      counter,
      reception,
      forms,
      reader: makeReader(desk, mail, settings.endpoints.files),
      names: slashNames(house.commands, settings.naming),
      channelOptions: channelOptions(house),
    };
    app.use(async ({ next }) => {
      const handled = next();
      underway.track(handled);
      await handled;
    });
    receiveUses(app, needs);
    hearEvents(app, {
      ...needs,
      home: () =>
        homeFor({ house, desk, naming: settings.naming, inForce: [['Connected over', OVER[settings.way.kind]]] }),
      show: async (caller, view) => void (await mail.call(caller, 'views.publish', { user_id: caller.user, view })),
      onRemoved: lose,
    });
    app.error(turnedAway({ house, outbox, settings }));
  };

  const stop = async (): Promise<void> => {
    await entrance?.close();
    await underway.settled(PATIENCE);
    await outbox.close(0);
  };

  return {
    name: PLATFORM,
    poster: makePoster({
      ...{ house, outbox, entrance: () => entrance },
      hasOneToken: settings.way.kind !== 'oauth',
    }),
    async start(desk) {
      if (stopping) return;
      entrance = entranceOf({ settings, house, outbox });
      furnish(entrance, desk);
      await entrance.open();
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
