import type { Clock } from '#core/clock';

interface Waiter {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that a test controls. The store and promises continue in real time. */
export interface TestTime {
  /** The true time: milliseconds since 1970, UTC. */
  readonly now: number;
  /** Resolves after a number of true milliseconds. */
  after(milliseconds: number): Promise<void>;
  /** The clock of a machine, with its error; stopped with the process that uses it. */
  clock(): Clock & { stop(): void };
  /** Sets by how many milliseconds the machine's clock is ahead of the true time. */
  set(offsetMs: number): Promise<void>;
  /** Advances the time and fires the timers in between, in order. */
  pass(milliseconds: number): Promise<void>;
  /** Advances the time while the machine sleeps: timers fire only at the end. */
  leap(milliseconds: number): Promise<void>;
  /** Resolves when nothing is left to run without the time advancing. */
  settle(): Promise<void>;
}

/** Turns of the event loop in which all work without timers finishes: a write takes two, a post about eight. */
const TURNS = 16;

export function timeFrom(start: number): TestTime {
  let now = start;
  let offsetMs = 0;
  const waiters = new Set<Waiter>();
  /** Timers on the machine's clock, which can be set. */
  const clockWaiters = new Set<Waiter>();

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  const wakeDue = async (): Promise<void> => {
    for (const waiter of [...waiters].filter(({ at }) => at <= now)) waiter.wake();
    for (const waiter of [...clockWaiters].filter(({ at }) => at <= now + offsetMs)) waiter.wake();
    await settle();
  };
  const next = (): number =>
    Math.min(...[...waiters].map(({ at }) => at), ...[...clockWaiters].map(({ at }) => at - offsetMs));

  return {
    get now() {
      return now;
    },
    after: (milliseconds) =>
      new Promise((resolve) => {
        const waiter = {
          at: now + milliseconds,
          wake: () => {
            waiters.delete(waiter);
            resolve();
          },
        };
        waiters.add(waiter);
      }),
    clock: () => {
      const own = new Set<Waiter>();
      let stopped = false;
      return {
        now: () => now + offsetMs,
        until: (instant, signal) =>
          new Promise((resolve) => {
            if (stopped) return;
            if (signal.aborted || instant <= now + offsetMs) return resolve();
            const waiter = {
              at: instant,
              wake: () => {
                clockWaiters.delete(waiter);
                own.delete(waiter);
                signal.removeEventListener('abort', waiter.wake);
                if (!stopped) resolve();
              },
            };
            signal.addEventListener('abort', waiter.wake);
            clockWaiters.add(waiter);
            own.add(waiter);
          }),
        stop: () => {
          stopped = true;
          for (const waiter of own) waiter.wake();
        },
      };
    },
    set: async (offset) => {
      const back = offset < offsetMs;
      offsetMs = offset;
      if (back) for (const waiter of [...clockWaiters]) waiter.wake();
      await wakeDue();
    },
    pass: async (milliseconds) => {
      await settle();
      const end = now + milliseconds;
      for (let at = next(); at <= end; at = next()) {
        now = Math.max(now, at);
        await wakeDue();
      }
      now = end;
      await settle();
    },
    leap: async (milliseconds) => {
      await settle();
      now += milliseconds;
      await wakeDue();
    },
    settle,
  };
}
