import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environment } from '../tests/support/process.ts';

/** As `npm start` starts it. */
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const FLAGS: readonly string[] = scripts.start.match(/--\S+/g) ?? [];

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** What the product's process is told. */
export type ProductCommand =
  /** By how many milliseconds its clock runs ahead of the machine's. */
  { readonly kind: 'time'; readonly ahead: number } | { readonly kind: 'work' | 'memory' | 'resident' | 'pause' };

/** What the product's process holds, in bytes. */
export interface Memory {
  /** What is still in use after everything else has been collected. */
  readonly held: number;
  /** What the system has given it. */
  readonly resident: number;
}

/** How long the event loop has stood still at most, in milliseconds. */
export interface Pause {
  /** By the clock: other processes of a busy machine count, too. */
  readonly longest: number;
  /** Processor time of its thread between two turns. */
  readonly work: number;
}

/** The whole product in a process of its own, so that what it takes is its own; its clock can be put on. */
export class Product {
  readonly #child: ChildProcess;
  #errors = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = `${this.#errors}${text}`.slice(-2_000);
    });
  }

  /**
   * Resolves when it takes questions.
   *
   * @param now what time it is there: milliseconds since 1970, UTC.
   */
  static async started(settings: Readonly<Record<string, string>>, now: number): Promise<Product> {
    const child = fork(CHILD, [], {
      env: environment(settings),
      execArgv: ['--expose-gc', ...FLAGS],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const product = new Product(child);
    child.once('exit', (code) => {
      if (code) throw new Error(`The product ended by itself with ${code}: ${product.#errors}`);
    });
    product.setTime(now);
    await once(child, 'message');
    return product;
  }

  setTime(now: number): void {
    this.#send({ kind: 'time', ahead: now - Date.now() });
  }

  async memory(): Promise<Memory> {
    this.#send({ kind: 'memory' });
    const [memory] = await once(this.#child, 'message');
    return memory;
  }

  /** What the system has given it, with nothing collected before. */
  async resident(): Promise<number> {
    this.#send({ kind: 'resident' });
    const [resident] = await once(this.#child, 'message');
    return resident;
  }

  /** The event loop’s longest pause since this was last asked. */
  async pause(): Promise<Pause> {
    this.#send({ kind: 'pause' });
    const [pause] = await once(this.#child, 'message');
    return pause;
  }

  /** Milliseconds that its threads have worked since its start. */
  async work(): Promise<number> {
    this.#send({ kind: 'work' });
    const [work] = await once(this.#child, 'message');
    return work;
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  #send(order: ProductCommand): void {
    this.#child.send(order);
  }
}
