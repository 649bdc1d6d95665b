/**
 * The best sequence of labels.
 *
 * @param emissions scores of each label at each place, `width` for one place after the other.
 * @param transitions scores of each label after each other, row by row (`from * width + to`), the start's row last.
 */
export function bestPath(emissions: Float64Array, count: number, width: number, transitions: Float64Array): Uint8Array {
  const back = new Uint8Array(count * width);
  let scores = new Float64Array(width);
  let next = new Float64Array(width);
  for (let label = 0; label < width; label += 1) {
    scores[label] = (emissions[label] as number) + (transitions[width * width + label] as number);
  }
  for (let at = 1; at < count; at += 1) {
    next.fill(Number.NEGATIVE_INFINITY);
    const place = at * width;
    // By rows of the table, which lie together in memory.
    for (let before = 0; before < width; before += 1) {
      const score = scores[before] as number;
      const row = before * width;
      for (let label = 0; label < width; label += 1) {
        const value = score + (transitions[row + label] as number);
        if (value > (next[label] as number)) {
          next[label] = value;
          back[place + label] = before;
        }
      }
    }
    for (let label = 0; label < width; label += 1) {
      next[label] = (next[label] as number) + (emissions[place + label] as number);
    }
    [scores, next] = [next, scores];
  }
  return readBack(scores, back, count, width);
}

function readBack(scores: Float64Array, back: Uint8Array, count: number, width: number): Uint8Array {
  const path = new Uint8Array(count);
  if (count === 0) return path;
  let last = 0;
  for (let label = 1; label < width; label += 1) if ((scores[label] as number) > (scores[last] as number)) last = label;
  for (let at = count - 1; at >= 0; at -= 1) {
    path[at] = last;
    last = back[at * width + last] as number;
  }
  return path;
}
