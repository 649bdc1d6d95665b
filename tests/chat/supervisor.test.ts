import { expect, test } from 'vitest';
import { makeSupervisor, type SharedHost } from '#chat/supervisor';
import { ConnectionError, UserError } from '#core/errors';
import type { AdapterHost, Connection } from '#core/platform';
import { dispatcherOf } from '../support/dispatcher.ts';

const desk = dispatcherOf([]);

/** A platform that does what it is told. */
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

function crewOf(...all: { connection: Connection }[]) {
  const told: string[] = [];
  const states: string[] = [];
  const crew = makeSupervisor({
    connections: all.map(({ connection }) => connection),
    host: {} as SharedHost,
    logger: { info: () => {}, error: () => {} },
    print: (line) => told.push(line),
    onState: (name, state) => states.push(`${name} ${state}`),
    watchQueue: () => {},
  });
  return { crew, told, states };
}

const bird = platform('Bird');

test('a platform that cannot start leaves the others running', async () => {
  const broken = platform('Pigeon', async () => {
    throw new UserError('the token was refused: make a new one.');
  });
  const { crew, told, states } = crewOf(broken, bird);
  await crew.start(desk);
  expect(told.sort()).toEqual(['Bird is connected.', 'Pigeon has stopped: the token was refused: make a new one.']);
  expect(states).toEqual(['Pigeon lost']);
  await crew.stop();
  expect(bird.stops()).toBe(1);
});

test('retries a platform that cannot be reached, with growing delays, until it can be', async () => {
  let attempts = 0;
  const away = platform('Pigeon', async () => {
    if (++attempts < 7) throw new ConnectionError('Pigeon cannot be reached.');
  });
  const pauses: number[] = [];
  const { promise: connected, resolve } = Promise.withResolvers<void>();
  const told: string[] = [];
  const crew = makeSupervisor({
    connections: [away.connection],
    host: {} as SharedHost,
    logger: { info: () => resolve(), error: () => {} },
    print: (line) => told.push(line),
    onState: () => {},
    watchQueue: () => {},
    sleep: async (milliseconds) => void pauses.push(milliseconds),
  });
  await crew.start(desk);
  await connected;
  expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(told).toEqual(['Pigeon cannot be reached. It is tried again until it can be.', 'Pigeon is connected.']);
  await crew.stop();
});

test('stopping meanwhile does not wait', async () => {
  const away = platform('Pigeon', async () => {
    throw new ConnectionError('Pigeon cannot be reached.');
  });
  const { crew, states } = crewOf(away);
  await crew.start(desk);
  await crew.stop();
  expect(states).toEqual([]);
});

test('an unexpected error is reported without its message', async () => {
  const { crew, told } = crewOf(
    platform('Pigeon', async () => {
      throw new Error('secret in here');
    }),
  );
  await crew.start(desk);
  expect(told.join()).toContain('npm run doctor');
  expect(told.join()).not.toContain('secret');
  await crew.allLost;
});

test('a lost platform is stopped and reported once', async () => {
  const pigeon = platform('Pigeon');
  const { crew, told, states } = crewOf(pigeon);
  await crew.start(desk);
  pigeon.state(true);
  pigeon.lose('the token was revoked.');
  pigeon.lose('the token was revoked.');
  pigeon.state(true);
  await crew.allLost;
  expect(told).toEqual(['Pigeon is connected.', 'Pigeon has stopped: the token was revoked.']);
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
  const { crew } = crewOf({ connection: stuck }, first);
  await crew.start(desk);
  await crew.stop();
  expect(first.stops()).toBe(1);
});
