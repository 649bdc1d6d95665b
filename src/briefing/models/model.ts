/** A model as `npm run train` writes it. */
export interface ModelFile {
  readonly labels: readonly string[];
  /** The weight table has 2 to the power of `bits` rows, one weight for each label in a row. */
  readonly bits: number;
  /** What a weight of one in the table stands for. */
  readonly scale: number;
  /** For a sequence model: the score of each label after each other, row by row, the start last. */
  readonly transitions?: readonly number[];
  /** Base64 of the rows that are not empty, see `decodeTable`. */
  readonly weights: string;
}

/** A linear model over hashed features, ready to use. */
export interface Model {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly transitions: Float64Array;
  readonly table: Int8Array;
  /** A bit for each row that is not empty: it stays in the processor’s cache, which the table does not. */
  readonly filled: Uint32Array;
}

/** A model that is decoded when it is used for the first time: what is never asked costs nothing at the start. */
export function lazyModel(file: ModelFile): () => Model {
  let model: Model | undefined;
  return () => {
    model ??= readModel(file);
    return model;
  };
}

export function readModel({ labels, bits, scale, transitions, weights }: ModelFile): Model {
  const bytes = Buffer.from(weights, 'base64');
  const table = new Int8Array(labels.length << bits);
  const filled = new Uint32Array(((1 << bits) + 31) >> 5);
  decodeTable(bytes, labels.length, table, filled);
  return { labels, bits, scale, transitions: Float64Array.from(transitions ?? []), table, filled };
}

/**
 * Reads the rows that are not empty. Each is: the distance from the row before (variable length, 7 bits a byte, the
 * lowest first), a mask of the labels that have a weight (the same), and these weights, one signed byte each.
 */
function decodeTable(bytes: Uint8Array, width: number, table: Int8Array, filled: Uint32Array): void {
  let at = 0;
  let row = -1;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  while (at < bytes.length) {
    row += number();
    let mask = number();
    filled[row >>> 5] = (filled[row >>> 5] as number) | (1 << (row & 31));
    for (let label = row * width; mask !== 0; label += 1, mask >>>= 1) {
      if (mask & 1) table[label] = ((bytes[at++] ?? 0) << 24) >> 24;
    }
  }
}

/** Writes what `decodeTable` reads. */
export function encodeTable(table: Int8Array, width: number): Uint8Array {
  const bytes: number[] = [];
  const push = (value: number): void => {
    let rest = value >>> 0;
    for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  };
  let before = -1;
  for (let row = 0; row * width < table.length; row += 1) {
    let mask = 0;
    for (let label = 0; label < width; label += 1) if (table[row * width + label]) mask |= 1 << label;
    if (mask === 0) continue;
    push(row - before);
    push(mask);
    before = row;
    for (let label = 0; label < width; label += 1) {
      const weight = table[row * width + label] ?? 0;
      if (weight !== 0) bytes.push(weight & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
