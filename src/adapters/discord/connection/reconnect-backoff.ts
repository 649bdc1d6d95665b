import { setTimeout } from 'node:timers/promises';
import { SimpleShardingStrategy, type WebSocketOptions, WebSocketShardStatus } from 'discord.js';
import { Backoff } from '#chat/backoff';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;
type Manager = Parameters<BuildStrategy>[0];
type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

interface Options {
  /** The least delay in milliseconds after a connection that broke soon; further delays are multiples of it. */
  readonly retryMs: number;
  /** Aborted when the client is stopped: no connection is made after that. */
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
}

/** The multiples of the delay; the first applies after a stable connection, which is replaced immediately. */
const FACTORS = [0, 1, 2, 5, 10, 30] as const;
const STABLE_MS = 30_000;

const sleepFor: Sleep = (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal });

/**
 * Creates shards that wait longer each time a connection breaks soon after it was established. The client itself
 * reconnects half a second after each break: a gateway that accepts and drops it would be contacted twice a second
 * forever. A shard requests its session when it connects, and the response is delayed.
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
      // A shard that must not reconnect waits forever: an error would end the process.
      if (signal.aborted) await new Promise<never>(() => {});
    }
  };

const CONNECTED: readonly Parameters<Manager['on']>[0][] = ['ready', 'resumed'] as never;
