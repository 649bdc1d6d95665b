import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { environment } from '../support/process.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A machine that runs one process at a time, with a clock that can be advanced. */
export class Machine {
  readonly #settings: Readonly<Record<string, string>>;
  #ahead: number;
  #child: ChildProcess | undefined;
  /** The standard error of the last process, for diagnosis. */
  readonly errors: string[] = [];

  /** @param start the time: milliseconds since 1970, UTC. */
  constructor(start: number, settings: Readonly<Record<string, string>>) {
    this.#ahead = start - Date.now();
    this.#settings = settings;
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Advances the clock to an instant. */
  leapTo(instant: number): void {
    this.#ahead = Math.max(this.#ahead, instant - Date.now());
    if (this.#child?.connected) this.#child.send({ ahead: this.#ahead }, () => {});
  }

  /** Resolves when the process answers requests and posts what is due. */
  async start(): Promise<void> {
    const child = fork(CHILD, [], { env: environment(this.#settings), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.errors.push(text));
    this.#child = child;
    child.send({ ahead: this.#ahead });
    const died = once(child, 'exit').then(([code]) => {
      if (child === this.#child)
        throw new Error(`The process ended by itself with ${code}: ${this.errors.slice(-5).join('')}`);
    });
    await Promise.race([once(child, 'message'), died]);
    died.catch(() => {});
  }

  /** Kills the process, regardless of its state. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
