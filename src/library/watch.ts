import { watch } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Yields whenever something in a folder may have changed, until the signal is given. */
export type Watch = (folder: string, signal: AbortSignal) => AsyncIterable<unknown>;

/** A save is several events: write, rename, remove. What comes within this time of one another is one change. */
const QUIET_MS = 120;
/** Network and container mounts tell of no changes, and a folder may be missing at first: look again so often. */
const RECHECK_MS = 15_000;

/** Watches a folder and its sub-folders by the system's events, and looks again from time to time. */
export async function* watchFolder(folder: string, signal: AbortSignal): AsyncGenerator<void> {
  const debouncer = new Debouncer();
  signal.addEventListener('abort', () => debouncer.trigger(), { once: true });
  void keepWatching(folder, signal, debouncer);
  while (!signal.aborted) {
    await debouncer.triggered();
    // The change is over when nothing more came for a while.
    while (!signal.aborted && (await debouncer.triggeredWithin(QUIET_MS, signal)));
    if (!signal.aborted) yield;
  }
}

/** Rings for every event; starts again when the folder goes and comes back. */
async function keepWatching(folder: string, signal: AbortSignal, debouncer: Debouncer): Promise<void> {
  while (!signal.aborted) {
    const round = AbortSignal.any([signal, AbortSignal.timeout(RECHECK_MS)]);
    try {
      for await (const _ of watch(folder, { recursive: true, persistent: false, signal: round })) debouncer.trigger();
    } catch {
      await waitFor(round);
    }
    debouncer.trigger();
  }
}

/** Resolves at once where the signal has been given. */
const waitFor = (signal: AbortSignal): Promise<void> =>
  signal.aborted
    ? Promise.resolve()
    : new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Remembers a trigger until it is awaited. */
class Debouncer {
  #isRung = false;
  #wake: () => void = () => {};

  trigger(): void {
    this.#isRung = true;
    this.#wake();
  }

  async triggered(): Promise<void> {
    while (!this.#isRung) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#isRung = false;
  }

  /** Whether it is rung within that time. */
  async triggeredWithin(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    await delay(milliseconds, undefined, { ref: false, signal }).catch(() => {});
    const triggered = this.#isRung;
    this.#isRung = false;
    return triggered;
  }
}
