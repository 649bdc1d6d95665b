import type { RequestScope } from '#core/access/requester';
import type { CatalogEntry } from '#core/catalog';
import type { DrawPicture } from '#core/picture';
import type { OutgoingPost } from '#core/publisher';
import type { ScheduleInput } from '#core/scheduling';
import type { Store } from '#core/storage/store';
import { makeScheduling, type Scheduler } from '#schedule/service';
import { openStore } from '../../../src/store/index.ts';
import type { LogLine } from '../adapter-host.ts';
import { makeEntry } from '../briefing.ts';
import { scopeOf } from '../scheduling.ts';
import { platformIn, type TestPlatform } from './platform.ts';
import { type TestTime, timeFrom } from './time.ts';

/** A process of the machine; its state is lost when it is killed. */
export interface TestProcess {
  readonly scheduling: Scheduler;
  readonly lines: readonly LogLine[];
  readonly alive: boolean;
  /** Kills it at the nth step from now: a step is a call to the store or the platform, or its response. */
  killAt(step: number): void;
  kill(): void;
  /** Suspends it for some true milliseconds, as a debugger does; requests in flight arrive. */
  freeze(milliseconds: number): void;
}

interface StartOptions {
  readonly maxConcurrent?: number;
  /** The platforms it posts to. */
  readonly platforms?: readonly string[];
}

/** A machine with a store, a platform, articles, and a clock that a test sets. */
export interface World {
  readonly time: TestTime;
  readonly platform: TestPlatform;
  readonly store: Store;
  /** The newest first. */
  entries: readonly CatalogEntry[];
  /** Absent if no pictures are drawn. */
  drawPicture?: DrawPicture;
  /** Starts a process. */
  start(options?: StartOptions): Promise<TestProcess>;
  close(): Promise<void>;
}

/** @param random from 0 to below 1: back-off, ids. */
export async function worldAt(start: number, random: () => number = randomFrom(1)): Promise<World> {
  const time = timeFrom(start);
  const platform = platformIn(time);
  const store = await openStore(':memory:');
  let processes = 0;
  const world: World = {
    time,
    platform,
    store,
    entries: [],
    async start(options = {}) {
      const lifetime = makeLifetime();
      const clock = time.clock();
      const lines: LogLine[] = [];
      const note =
        (level: LogLine['level']) =>
        (message: string, details: LogLine['details'] = {}) => {
          if (lifetime.alive) lines.push({ level, message, details });
        };
      const interruptible = lifetime.gated({
        ...platform.publisher,
        post: (outgoingPost: OutgoingPost) =>
          platform.publisher.post({
            ...outgoingPost,
            stillOwned: () => lifetime.thawed().then(outgoingPost.stillOwned),
          }),
      });
      // It sends no request, so it is not a step.
      const publisher = { ...interruptible, renameCommands: (text: string) => platform.renames(text) };
      const scheduling = makeScheduling({
        store: lifetime.gated(store),
        catalog: { entries: () => world.entries, find: () => undefined, loadErrors: () => [] },
        clock: { now: clock.now, until: (...given) => clock.until(...given).then(lifetime.thawed) },
        logger: { info: note('info'), error: note('error') },
        drawPicture: async (picture) => world.drawPicture?.(picture),
        publisherOf: (name) => (name === 'pigeon' ? publisher : undefined),
        platforms: () => options.platforms ?? ['pigeon'],
        random,
        owner: `process ${++processes}`,
        ...(options.maxConcurrent === undefined ? {} : { maxConcurrent: options.maxConcurrent }),
      });
      lifetime.onDeath(clock.stop);
      void scheduling.start();
      await time.settle();
      return {
        scheduling,
        lines,
        get alive() {
          return lifetime.alive;
        },
        killAt: lifetime.killAt,
        kill: () => lifetime.killAt(0),
        freeze: (milliseconds) => lifetime.freeze(time.after(milliseconds)),
      };
    },
    close: () => store.close(),
  };
  return world;
}

/** The same numbers from 0 to below 1 for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The life of a process: after its end, no call is ever answered. */
function makeLifetime() {
  let left = Number.POSITIVE_INFINITY;
  let alive = true;
  let onDeath = (): void => {};
  let frozen = Promise.resolve();
  const step = async (): Promise<void> => {
    await frozen;
    left -= 1;
    if (left < 0) end();
    if (!alive) await new Promise(() => {});
  };
  const end = (): void => {
    if (alive) onDeath();
    alive = false;
  };
  const interruptible = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        if (typeof value === 'object' && value !== null) return interruptible(value);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          await step();
          const result: unknown = await value.apply(of, given);
          await step();
          return result;
        };
      },
    });
  return {
    gated: interruptible,
    thawed: () => frozen,
    freeze: (until: Promise<void>) => {
      frozen = until;
    },
    get alive() {
      return alive;
    },
    onDeath: (call: () => void) => {
      onDeath = call;
    },
    killAt: (steps: number) => {
      left = steps;
      if (steps === 0) end();
    },
  };
}

/** Every day at 07:30 in Seoul, which is 22:30 UTC of the day before. */
export const INPUT: ScheduleInput = {
  time: '07:30',
  days: [1, 2, 3, 4, 5, 6, 7],
  zone: 'Asia/Seoul',
  length: 'short',
  empty: 'line',
  grace: 6,
};

export const SCOPE: RequestScope = scopeOf();

/** An article of two sentences with one quotation: enough for a message in a thread. */
export const articleOf = (id: string, more = ''): CatalogEntry =>
  makeEntry({
    id,
    title: `What became of ${id}`,
    paragraphs: [`The council spoke of ${id}.`, `“We shall see,” said Ada Holm.`, ...(more === '' ? [] : [more])],
    speakers: [{ id: 's1', name: 'Ada Holm', aliases: [], type: 'person' }],
    said: [{ speaker: 's1', kind: 'direct', words: ['We shall see,'] }],
  });
