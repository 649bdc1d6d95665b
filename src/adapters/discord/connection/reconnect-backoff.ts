import { setTimeout } from 'node:timers/promises';
import { SimpleShardingStrategy, type WebSocketOptions, WebSocketShardStatus } from 'discord.js';
import { Backoff } from '#chat/backoff';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;
type Manager = Parameters<BuildStrategy>[0];
type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

interface Options {
  /** The least milliseconds before a try after a connection that broke soon; the further ones are multiples of it. */
  readonly retryMs: number;
  /** Aborted when the client is stopped: nothing connects after that. */
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
}

/** How many times longer each wait is; the first holds after a connection that lived, which is replaced at once. */
const FACTORS = [0, 1, 2, 5, 10, 30] as const;
const STABLE_MS = 30_000;

const sleepFor: Sleep = (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal });

/**
 * Shards that wait longer each time a connection breaks soon after it came about. The client itself connects again half a
 * second after each break, however often: a gateway that accepts it and cuts it would be asked twice a second for ever.
 * A shard asks for its session when it connects, and that answer is held back.
 */
export const connectWithBackoff =
  ({ retryMs, signal, sleep = sleepFor }: Options): BuildStrategy =>
  (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    const backoffs = new Map<number, Backoff>();
    const [first, ...others] = FACTORS.map((factor) => factor * retryMs);
    const delays: readonly [number, ...number[]] = [first ?? 0, ...others];
    const retrieve = manager.options.retrieveSessionInfo.bind(manager.options);
    manager.options.retrieveSessionInfo = async (shard) => {
      const status = (await strategy.fetchStatus()).get(shard);
      if (status === WebSocketShardStatus.Idle) await waitFor(shard);
      return retrieve(shard);
    };
    for (const event of CONNECTED) manager.on(event, ({ shardId }) => backoffs.get(shardId)?.connected());
    return strategy;

    async function waitFor(shard: number): Promise<void> {
      const known = backoffs.get(shard);
      if (!known) backoffs.set(shard, new Backoff({ delays, stableMs: STABLE_MS }));
      else await sleep(known.next(), signal).catch(() => {});
      // A shard that is to connect no more waits for ever: an error would end the process.
      if (signal.aborted) await new Promise<never>(() => {});
    }
  };

const CONNECTED: readonly Parameters<Manager['on']>[0][] = ['ready', 'resumed'] as never;
