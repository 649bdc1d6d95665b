const STEPS = 8;

/**
 * Logistic regression by Newton’s method.
 *
 * @param rows the features of each example; the last one is 1, and its weight, the bias, is not regularized.
 * @param labels 0 or 1 for each example.
 * @param l2 the L2 penalty.
 */
export function logisticRegression(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  l2: number,
): number[] {
  const width = rows[0]?.length ?? 0;
  let weights = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at < width - 1 ? l2 * weight : 0));
    const curve = slope.map((_, at) => {
      const line = new Float64Array(width);
      line[at] = at < width - 1 ? l2 : 1e-6;
      return line;
    });
    rows.forEach((row, at) => {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
      addExample(row, chance - (labels[at] ?? 0), chance * (1 - chance), slope, curve);
    });
    const change = solve(curve, slope);
    weights = weights.map((weight, at) => weight - (change[at] ?? 0));
  }
  return weights;
}

function addExample(row: readonly number[], error: number, weight: number, slope: number[], curve: Float64Array[]) {
  for (let i = 0; i < row.length; i += 1) {
    const value = row[i] as number;
    if (value === 0) continue;
    slope[i] = (slope[i] as number) + error * value;
    const line = curve[i] as Float64Array;
    for (let j = 0; j < row.length; j += 1) line[j] = (line[j] as number) + weight * value * (row[j] as number);
  }
}

/** Gaussian elimination of a symmetric, positive definite system. */
function solve(matrix: readonly Float64Array[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((line, at) => Float64Array.from([...line, right[at] ?? 0]));
  const size = rows.length;
  for (let at = 0; at < size; at += 1) {
    const pivot = rows[at] as Float64Array;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[at] as number) / (pivot[at] as number);
      for (let j = at; j <= size; j += 1) row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}
