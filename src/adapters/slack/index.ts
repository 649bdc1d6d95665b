import type { House } from '#chat/platform';
import { makeReception } from '#chat/reception';
import type { Adapter, Desk } from '#core/ports';
import { channelOptions } from './channels.ts';
import { makeCounter } from './counter.ts';
import { type Entrance, entranceOf } from './entrance.ts';
import { makeForms } from './forms.ts';
import { hearEvents } from './hear.ts';
import { homeFor } from './home.ts';
import { makeMail } from './mail.ts';
import { slashNames } from './naming.ts';
import { makeOutbox } from './outbox.ts';
import { PACES, type SlackPaces } from './paces.ts';
import { makePoster } from './poster.ts';
import { makeReader } from './reader.ts';
import { receiveUses } from './receive.ts';
import { makeSeats } from './seat.ts';
import type { SlackSettings } from './settings.ts';
import { spellerFor } from './spelling.ts';
import { PLATFORM } from './tenant.ts';
import { turnedAway } from './turned-away.ts';
import { makeUnderway } from './underway.ts';

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
