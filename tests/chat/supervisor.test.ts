import { expect, test } from 'vitest';
import { makeSupervisor, type SharedHost } from '#chat/supervisor';
import { ConnectionError, UserError } from '#core/errors';
import type { AdapterHost, Connection } from '#core/platform';
import { dispatcherOf } from '../support/dispatcher.ts';

const dispatcher = dispatcherOf([]);

/** A platform controlled by a test. */
function platform(name: string, start: () => Promise<void> = async () => {}) {
  let host: AdapterHost | undefined;
  let stops = 0;
  const connection: Connection = {
    name,
    diagnose: async () => [],
    open: async (given) => {
      host = given;
      return {
        name,
        start,
        stop: async () => {
          stops++;
        },
      };
    },
  };
  return {
    connection,
    stops: () => stops,
    lose: (reason: string) => host?.onLost(reason),
    state: (up: boolean) => host?.onState(up),
  };
}

function supervisorOf(...all: { connection: Connection }[]) {
  const printed: string[] = [];
  const states: string[] = [];
  const supervisor = makeSupervisor({
    connections: all.map(({ connection }) => connection),
    host: {} as SharedHost,
    logger: { info: () => {}, error: () => {} },
    print: (line) => printed.push(line),
    onState: (name, state) => states.push(`${name} ${state}`),
    watchQueue: () => {},
  });
  return { supervisor, printed, states };
}

const bird = platform('Bird');

test('a platform that cannot start leaves the others running', async () => {
  const broken = platform('Pigeon', async () => {
    throw new UserError('the token was refused: make a new one.');
  });
  const { supervisor, printed, states } = supervisorOf(broken, bird);
  await supervisor.start(dispatcher);
  expect(printed.sort()).toEqual(['Bird is connected.', 'Pigeon has stopped: the token was refused: make a new one.']);
  expect(states).toEqual(['Pigeon lost']);
  await supervisor.stop();
  expect(bird.stops()).toBe(1);
});

test('retries a platform that cannot be reached, with growing delays, until it can be', async () => {
  let attempts = 0;
  const away = platform('Pigeon', async () => {
    if (++attempts < 7) throw new ConnectionError('Pigeon cannot be reached.');
  });
  const pauses: number[] = [];
  const { promise: connected, resolve } = Promise.withResolvers<void>();
  const printed: string[] = [];
  const supervisor = makeSupervisor({
    connections: [away.connection],
    host: {} as SharedHost,
    logger: { info: () => resolve(), error: () => {} },
    print: (line) => printed.push(line),
    onState: () => {},
    watchQueue: () => {},
    sleep: async (milliseconds) => void pauses.push(milliseconds),
  });
  await supervisor.start(dispatcher);
  await connected;
  expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(printed).toEqual(['Pigeon cannot be reached. It is tried again until it can be.', 'Pigeon is connected.']);
  await supervisor.stop();
});

test('stopping meanwhile does not wait', async () => {
  const away = platform('Pigeon', async () => {
    throw new ConnectionError('Pigeon cannot be reached.');
  });
  const { supervisor, states } = supervisorOf(away);
  await supervisor.start(dispatcher);
  await supervisor.stop();
  expect(states).toEqual([]);
});

test('an unexpected error is reported without its message', async () => {
  const { supervisor, printed } = supervisorOf(
    platform('Pigeon', async () => {
      throw new Error('secret in here');
    }),
  );
  await supervisor.start(dispatcher);
  expect(printed.join()).toContain('npm run doctor');
  expect(printed.join()).not.toContain('secret');
  await supervisor.allLost;
});

test('a lost platform is stopped and reported once', async () => {
  const pigeon = platform('Pigeon');
  const { supervisor, printed, states } = supervisorOf(pigeon);
  await supervisor.start(dispatcher);
  pigeon.state(true);
  pigeon.lose('the token was revoked.');
  pigeon.lose('the token was revoked.');
  pigeon.state(true);
  await supervisor.allLost;
  expect(printed).toEqual(['Pigeon is connected.', 'Pigeon has stopped: the token was revoked.']);
  expect(states).toEqual(['Pigeon connected', 'Pigeon lost']);
  expect(pigeon.stops()).toBe(1);
});

test('stops each, even if one of them fails', async () => {
  const first = platform('First');
  const stuck: Connection = {
    ...first.connection,
    name: 'Stuck',
    open: async () => ({ name: 'Stuck', start: async () => {}, stop: () => Promise.reject(new Error('stuck')) }),
  };
  const { supervisor } = supervisorOf({ connection: stuck }, first);
  await supervisor.start(dispatcher);
  await supervisor.stop();
  expect(first.stops()).toBe(1);
});
