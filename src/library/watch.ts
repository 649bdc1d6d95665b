import { watch } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Yields whenever something in a folder may have changed, until the signal is aborted. */
export type Watch = (folder: string, signal: AbortSignal) => AsyncIterable<unknown>;

/** A save triggers several events: write, rename, remove. Events within this interval count as one change. */
const QUIET_MS = 120;
/** Network and container mounts report no changes, and a folder may be created later: the interval of checks. */
const RECHECK_MS = 15_000;

/** Watches a folder and its subfolders for file-system events, and also checks it at an interval. */
export async function* watchFolder(folder: string, signal: AbortSignal): AsyncGenerator<void> {
  const debouncer = new Debouncer();
  signal.addEventListener('abort', () => debouncer.trigger(), { once: true });
  void keepWatching(folder, signal, debouncer);
  while (!signal.aborted) {
    await debouncer.triggered();
    // The change is complete when no event follows for a while.
    while (!signal.aborted && (await debouncer.triggeredWithin(QUIET_MS, signal)));
    if (!signal.aborted) yield;
  }
}

/** Triggers the debouncer on every event; restarts when the folder is removed and created again. */
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

/** Resolves immediately if the signal has been aborted. */
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

  /** Whether it is triggered within this time. */
  async triggeredWithin(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    await delay(milliseconds, undefined, { ref: false, signal }).catch(() => {});
    const triggered = this.#isRung;
    this.#isRung = false;
    return triggered;
  }
}
