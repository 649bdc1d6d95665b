/** Counts waiting and running requests per workspace, so that no workspace uses the capacity of another. */
export class Backpressure {
  readonly #waiting = new Map<string, number>();
  readonly #most: number;
  readonly #mostOfAll: number;
  #waitingInAll = 0;
  #all = 0;
  #emptied: (() => void)[] = [];

  /** @param maxPerWorkspace how many requests of one workspace may wait. @param maxTotal how many may wait in total. */
  constructor(maxPerWorkspace: number, maxTotal: number) {
    this.#most = maxPerWorkspace;
    this.#mostOfAll = maxTotal;
  }

  /** The number of waiting and running requests. */
  get total(): number {
    return this.#all;
  }

  isFull(workspace: string): boolean {
    return (this.#waiting.get(workspace) ?? 0) >= this.#most || this.#waitingInAll >= this.#mostOfAll;
  }

  /** Registers a new request, initially waiting. */
  admit(workspace: string): Ticket {
    let waiting = true;
    this.#all += 1;
    this.#count(workspace, 1);
    const setWaiting = (now: boolean): void => {
      if (now !== waiting) this.#count(workspace, now ? 1 : -1);
      waiting = now;
    };
    return {
      setWaiting,
      release: () => {
        setWaiting(false);
        this.#all -= 1;
        if (this.#all === 0) for (const resolve of this.#emptied.splice(0)) resolve();
      },
    };
  }

  /** Resolves when no request is waiting or running. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#all === 0) resolve();
      else this.#emptied.push(resolve);
    });
  }

  #count(workspace: string, change: 1 | -1): void {
    this.#waitingInAll += change;
    const now = (this.#waiting.get(workspace) ?? 0) + change;
    if (now === 0) this.#waiting.delete(workspace);
    else this.#waiting.set(workspace, now);
  }
}

/** A waiting or running request. */
export interface Ticket {
  setWaiting(waits: boolean): void;
  release(): void;
}
