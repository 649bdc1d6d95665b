import { setTimeout } from 'node:timers/promises';
import { Unreachable, UserError } from '#core/errors';
import type { Connection, House } from '#core/platform';
import type { Adapter, Desk, Logger } from '#core/ports';
import type { Poster } from '#core/publisher';

/** What the house gives to every adapter alike. */
export type Shared = Omit<House, 'onState' | 'onLost' | 'watchQueue'>;

export interface CrewNeeds {
  readonly connections: readonly Connection[];
  readonly house: Shared;
  readonly logger: Logger;
  /** Says something to whoever sits at this machine. */
  readonly tell: (line: string) => void;
  /** A platform is connected, is not at present, or is given up for good. */
  readonly onState: (platform: string, state: 'connected' | 'waiting' | 'lost') => void;
  /** How many calls to a platform wait or run; handed over once, when it is opened. */
  readonly watchQueue: (platform: string, pending: () => number) => void;
  /** Waits so many milliseconds, or until the signal says so. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Milliseconds between two attempts to reach a platform: twice as many each time, up to a minute. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;

const realPause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => {});

/** All platforms of the process. One that fails, at the start or later, leaves the others running. */
export interface Crew {
  /** Resolves when each platform takes questions or has been given up. */
  start(desk: Desk): Promise<void>;
  /** Whoever posts to a platform; undefined where it is not there, or posts nothing. */
  posterOf(platform: string): Poster | undefined;
  /** Those that can be posted to at present. */
  posting(): readonly string[];
  /** Resolves when no platform is left; never, where there was none. */
  readonly allLost: Promise<void>;
  stop(): Promise<void>;
}

/** Starts and stops the adapters, and says in one line what became of each. */
export function makeCrew({
  connections,
  house,
  logger,
  tell,
  onState,
  watchQueue,
  pause = realPause,
}: CrewNeeds): Crew {
  const { promise: allLost, resolve: nobodyLeft } = Promise.withResolvers<void>();
  const running = new Map<string, Adapter>();
  const left = new Set(connections.map(({ name }) => name));
  const stopping = new AbortController();

  const lose = (name: string, reason: string): void => {
    if (!left.delete(name)) return;
    onState(name, 'lost');
    tell(`${name} has stopped: ${reason}`);
    logger.error(`${name} has stopped`, { platform: name, reason });
    void stopOne(name).then(() => left.size === 0 && nobodyLeft());
  };

  const stopOne = async (name: string): Promise<void> => {
    try {
      await running.get(name)?.stop();
    } catch (err) {
      logger.error(`${name} did not stop in order`, { platform: name, err });
    }
  };

  const startOne = async (connection: Connection, desk: Desk, attempt = 1): Promise<void> => {
    const { name, open } = connection;
    try {
      const adapter = await open({
        ...house,
        onState: (connected) => left.has(name) && onState(name, connected ? 'connected' : 'waiting'),
        watchQueue: (pending) => watchQueue(name, pending),
        onLost: (reason) => lose(name, reason),
      });
      running.set(name, adapter);
      await adapter.start(desk);
      if (!left.has(name)) return;
      tell(`${name} is connected.`);
      logger.info(`${name} is connected`, { platform: name });
    } catch (err) {
      if (err instanceof Unreachable) {
        if (attempt === 1) tell(`${err.message} It is tried again until it can be.`);
        logger.error(`${name} cannot be reached`, { platform: name, attempt, reason: err.message });
        void again(connection, desk, attempt);
        return;
      }
      if (!(err instanceof UserError)) logger.error(`${name} could not be started`, { platform: name, err });
      lose(
        name,
        err instanceof UserError ? err.message : 'an error inside, see the log; npm run doctor looks for the cause.',
      );
    }
  };

  /** A machine may be up before its network is: whoever runs it need not be there then. */
  const again = async (connection: Connection, desk: Desk, attempt: number): Promise<void> => {
    await stopOne(connection.name);
    await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1)), stopping.signal);
    if (!stopping.signal.aborted && left.has(connection.name)) await startOne(connection, desk, attempt + 1);
  };

  return {
    allLost,
    posterOf: (name) => (left.has(name) ? running.get(name)?.poster : undefined),
    posting: () => [...left].filter((name) => running.get(name)?.poster !== undefined),
    start: async (desk) => {
      await Promise.all(connections.map((connection) => startOne(connection, desk)));
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([...running.keys()].map(stopOne));
    },
  };
}
