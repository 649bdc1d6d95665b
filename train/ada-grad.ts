/** Gradient descent with a step size per weight that decreases with use (AdaGrad). */
export class AdaGrad {
  readonly weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #rate: number;
  readonly #l2: number;

  /** @param l2 the L2 penalty, applied each time a weight is used. */
  constructor(size: number, rate = 0.1, l2 = 1e-4) {
    this.weights = new Float64Array(size);
    this.#squares = new Float64Array(size);
    this.#rate = rate;
    this.#l2 = l2;
  }

  /** The sum of one label's weights over the rows of its features. */
  sum(rows: Int32Array, label: number): number {
    let sum = 0;
    for (let at = 0; at < rows.length; at += 1) sum += this.weights[(rows[at] as number) + label] as number;
    return sum;
  }

  descendAll(rows: Int32Array, label: number, slope: number): void {
    for (let at = 0; at < rows.length; at += 1) this.descend((rows[at] as number) + label, slope);
  }

  descend(at: number, slope: number): void {
    const weight = this.weights[at] as number;
    const gradient = slope + this.#l2 * weight;
    if (gradient === 0) return;
    const squares = (this.#squares[at] as number) + gradient * gradient;
    this.#squares[at] = squares;
    this.weights[at] = weight - (this.#rate * gradient) / (Math.sqrt(squares) + 1e-8);
  }
}
