/** How many wait or run, by workspace, so that no workspace takes up the room of another. */
export class Counts {
  readonly #waiting = new Map<string, number>();
  readonly #most: number;
  readonly #mostOfAll: number;
  #waitingInAll = 0;
  #all = 0;
  #emptied: (() => void)[] = [];

  /** @param most how many of one workspace may wait, and @param mostOfAll of all of them together. */
  constructor(most: number, mostOfAll: number) {
    this.#most = most;
    this.#mostOfAll = mostOfAll;
  }

  /** How many wait or run. */
  get all(): number {
    return this.#all;
  }

  isFull(workspace: string): boolean {
    return (this.#waiting.get(workspace) ?? 0) >= this.#most || this.#waitingInAll >= this.#mostOfAll;
  }

  /** Somebody new, who waits at first. */
  enter(workspace: string): Seat {
    let waits = true;
    this.#all += 1;
    this.#count(workspace, 1);
    const setWaits = (now: boolean): void => {
      if (now !== waits) this.#count(workspace, now ? 1 : -1);
      waits = now;
    };
    return {
      setWaits,
      leave: () => {
        setWaits(false);
        this.#all -= 1;
        if (this.#all === 0) for (const tell of this.#emptied.splice(0)) tell();
      },
    };
  }

  /** Resolves when nobody waits or runs. */
  none(): Promise<void> {
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

/** One who waits or runs. */
export interface Seat {
  setWaits(waits: boolean): void;
  leave(): void;
}
