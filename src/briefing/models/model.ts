/** A model as `npm run train` writes it. */
export interface ModelFile {
  readonly labels: readonly string[];
  /** The weight table has 2 to the power of `bits` rows, one weight for each label in a row. */
  readonly bits: number;
  /** What a weight of one in the table stands for. */
  readonly scale: number;
  /** For a sequence model: the score of each label after each other, row by row, the start last. */
  readonly transitions?: readonly number[];
  /** Base64 of the rows that are not empty, see `RowReader`. */
  readonly weights: string;
}

/** A linear model over hashed features, ready to use. */
export interface Model {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly transitions: Float64Array;
  readonly table: Int8Array;
}

/** Reads something when it is used for the first time: what is never asked costs nothing at the start. */
export function lazy<Value>(read: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

export const lazyModel = (file: ModelFile): (() => Model) => lazy(() => readModel(file));

export function readModel({ labels, bits, scale, transitions, weights }: ModelFile): Model {
  const table = new Int8Array(labels.length << bits);
  const rows = new RowReader(Buffer.from(weights, 'base64'));
  while (rows.next()) {
    for (let at = rows.row * labels.length, { mask } = rows; mask !== 0; at += 1, mask >>>= 1) {
      if (mask & 1) table[at] = rows.weight();
    }
  }
  return { labels, bits, scale, transitions: Float64Array.from(transitions ?? []), table };
}

/**
 * Reads the rows that are not empty. Each is: the distance from the row before (variable length, 7 bits a byte, the
 * lowest first), a mask of the labels that have a weight (the same), and these weights, one signed byte each.
 */
export class RowReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The number of the row in the table. */
  row = -1;
  /** A bit for each label that has a weight, the first label’s the lowest. */
  mask = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** No more rows than this follow: each has a distance and a mask of at least one byte. */
  get most(): number {
    return Math.ceil(this.#bytes.length / 2);
  }

  /** Reads where the next row is; its weights must be read before the row after it. */
  next(): boolean {
    if (this.#at >= this.#bytes.length) return false;
    this.row += this.#number();
    this.mask = this.#number();
    return true;
  }

  weight(): number {
    return ((this.#bytes[this.#at++] ?? 0) << 24) >> 24;
  }

  #number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }
}

/** Writes a number as `RowReader` reads it: 7 bits a byte, the lowest first. */
export function writeNumber(bytes: number[], value: number): void {
  let rest = value >>> 0;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

/** Writes what `RowReader` reads. */
export function encodeTable(table: Int8Array, width: number): Uint8Array {
  const bytes: number[] = [];
  let before = -1;
  for (let row = 0; row * width < table.length; row += 1) {
    let mask = 0;
    for (let label = 0; label < width; label += 1) if (table[row * width + label]) mask |= 1 << label;
    if (mask === 0) continue;
    writeNumber(bytes, row - before);
    writeNumber(bytes, mask);
    before = row;
    for (let label = 0; label < width; label += 1) {
      const weight = table[row * width + label] ?? 0;
      if (weight !== 0) bytes.push(weight & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
