/** One row of the results. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** The target and whether it is met; absent for values without a target. */
  readonly target?: { readonly text: string; readonly met: boolean };
}

/** The median, which is not affected by one slow round. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The percentile: the value not exceeded by this share of the values. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** Measures the duration of a function in milliseconds. */
async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/**
 * The median duration in milliseconds of several functions, run alternately, so that a slow machine affects all of
 * them; every other round runs in reverse order.
 */
export async function inTurns(runs: readonly (() => unknown)[], rounds: number, warmUp: number): Promise<number[]> {
  const times = runs.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    const order = [...runs.keys()];
    for (const i of round % 2 ? order.reverse() : order) {
      const time = await timed(runs[i] ?? (() => {}));
      if (round >= 0) times[i]?.push(time);
    }
  }
  return times.map(median);
}

/** Formats the rows as a plain table. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, target }) => [
    what,
    measured,
    target?.text ?? '',
    target ? (target.met ? 'met' : 'missed') : '',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
export const seconds = (time: number): string => `${(time / 1_000).toFixed(1)} s`;
export const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
export const times = (ratio: number, digits = 1): string => `${ratio.toFixed(digits)} ×`;
