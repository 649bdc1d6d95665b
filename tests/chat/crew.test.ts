import { expect, test } from 'vitest';
import { makeCrew, type Shared } from '#chat/crew';
import type { Connection, House } from '#chat/platform';
import { UserError } from '#core/errors';
import { deskOf } from '../support/desk.ts';

const desk = deskOf([]);

/** A platform that does what it is told. */
function platform(name: string, start: () => Promise<void> = async () => {}) {
  let house: House | undefined;
  let stops = 0;
  const connection: Connection = {
    name,
    examine: async () => [],
    open: async (given) => {
      house = given;
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
    lose: (reason: string) => house?.onLost(reason),
    state: (up: boolean) => house?.onState(up),
  };
}

function crewOf(...all: { connection: Connection }[]) {
  const told: string[] = [];
  const states: string[] = [];
  const crew = makeCrew({
    connections: all.map(({ connection }) => connection),
    house: {} as Shared,
    logger: { info: () => {}, error: () => {} },
    tell: (line) => told.push(line),
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

test('an error nobody foresaw is not shown, but said', async () => {
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

test('one that is lost is stopped, told once, and heard no more', async () => {
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

test('stops each, even when one of them fails to', async () => {
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
