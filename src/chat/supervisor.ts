import { setTimeout } from 'node:timers/promises';
import { ConnectionError, UserError } from '#core/errors';
import type { AdapterHost, Connection } from '#core/platform';
import type { Adapter, Dispatcher, Logger } from '#core/ports';
import type { Publisher } from '#core/publisher';

/** The part of the host shared by all adapters. */
export type SharedHost = Omit<AdapterHost, 'onState' | 'onLost' | 'watchQueue'>;

export interface SupervisorDeps {
  readonly connections: readonly Connection[];
  readonly host: SharedHost;
  readonly logger: Logger;
  /** Prints a line to the operator's terminal. */
  readonly print: (line: string) => void;
  /** Reports that a platform is connected, temporarily disconnected, or permanently lost. */
  readonly onState: (platform: string, state: 'connected' | 'waiting' | 'lost') => void;
  /** Passes the function that counts waiting and running calls; called once per platform, when it is opened. */
  readonly watchQueue: (platform: string, pending: () => number) => void;
  /** Waits for the given milliseconds, or until the signal is aborted. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Milliseconds between two connection attempts: doubled each time, up to a minute. */
const INITIAL_DELAY_MS = 5_000;
const MAX_DELAY_MS = 60_000;

const abortableSleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => {});

/** Runs all platforms of the process. If one fails, at the start or later, the others keep running. */
export interface Supervisor {
  /** Resolves when each platform accepts requests or has been abandoned. */
  start(dispatcher: Dispatcher): Promise<void>;
  /** The publisher of a platform; undefined if the platform is not connected, or has none. */
  publisherOf(platform: string): Publisher | undefined;
  /** The platforms that can be posted to at present. */
  publishingPlatforms(): readonly string[];
  /** Resolves when no platform is left; never, if there was none. */
  readonly allLost: Promise<void>;
  stop(): Promise<void>;
}

/** Starts and stops the adapters, and logs the result for each in one line. */
export function makeSupervisor({
  connections,
  host,
  logger,
  print,
  onState,
  watchQueue,
  sleep = abortableSleep,
}: SupervisorDeps): Supervisor {
  const { promise: allLost, resolve: resolveAllLost } = Promise.withResolvers<void>();
  const running = new Map<string, Adapter>();
  const active = new Set(connections.map(({ name }) => name));
  const stopping = new AbortController();

  const giveUp = (name: string, reason: string): void => {
    if (!active.delete(name)) return;
    onState(name, 'lost');
    print(`${name} has stopped: ${reason}`);
    logger.error(`${name} has stopped`, { platform: name, reason });
    void stopOne(name).then(() => active.size === 0 && resolveAllLost());
  };

  const stopOne = async (name: string): Promise<void> => {
    try {
      await running.get(name)?.stop();
    } catch (err) {
      logger.error(`${name} did not stop cleanly`, { platform: name, err });
    }
  };

  const startOne = async (connection: Connection, dispatcher: Dispatcher, attempt = 1): Promise<void> => {
    const { name, open } = connection;
    try {
      const adapter = await open({
        ...host,
        onState: (connected) => active.has(name) && onState(name, connected ? 'connected' : 'waiting'),
        watchQueue: (pending) => watchQueue(name, pending),
        onLost: (reason) => giveUp(name, reason),
      });
      running.set(name, adapter);
      await adapter.start(dispatcher);
      if (!active.has(name)) return;
      print(`${name} is connected.`);
      logger.info(`${name} is connected`, { platform: name });
    } catch (err) {
      if (err instanceof ConnectionError) {
        if (attempt === 1) print(`${err.message} It is tried again until it can be.`);
        logger.error(`${name} cannot be reached`, { platform: name, attempt, reason: err.message });
        void retryLater(connection, dispatcher, attempt);
        return;
      }
      if (!(err instanceof UserError)) logger.error(`${name} could not be started`, { platform: name, err });
      giveUp(
        name,
        err instanceof UserError ? err.message : 'an error inside, see the log; npm run doctor looks for the cause.',
      );
    }
  };

  /** Retries: the machine may be up before its network, with no operator present to restart the process. */
  const retryLater = async (connection: Connection, dispatcher: Dispatcher, attempt: number): Promise<void> => {
    await stopOne(connection.name);
    await sleep(Math.min(MAX_DELAY_MS, INITIAL_DELAY_MS * 2 ** (attempt - 1)), stopping.signal);
    if (!stopping.signal.aborted && active.has(connection.name)) await startOne(connection, dispatcher, attempt + 1);
  };

  return {
    allLost,
    publisherOf: (name) => (active.has(name) ? running.get(name)?.publisher : undefined),
    publishingPlatforms: () => [...active].filter((name) => running.get(name)?.publisher !== undefined),
    start: async (dispatcher) => {
      await Promise.all(connections.map((connection) => startOne(connection, dispatcher)));
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([...running.keys()].map(stopOne));
    },
  };
}
