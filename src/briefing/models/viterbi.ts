/**
 * The best sequence of labels.
 *
 * @param emissions scores of each label at each place, `width` for one place after the other.
 * @param transitions scores of each label behind each other, row by row (`from * width + to`), the start's row last.
 */
export function bestPath(emissions: Float64Array, count: number, width: number, transitions: Float64Array): Uint8Array {
  const back = new Uint8Array(count * width);
  let scores = new Float64Array(width);
  let next = new Float64Array(width);
  for (let label = 0; label < width; label += 1) {
    scores[label] = (emissions[label] as number) + (transitions[width * width + label] as number);
  }
  for (let at = 1; at < count; at += 1) {
    for (let label = 0; label < width; label += 1) {
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let before = 0; before < width; before += 1) {
        const value = (scores[before] as number) + (transitions[before * width + label] as number);
        if (value > best) {
          best = value;
          from = before;
        }
      }
      next[label] = best + (emissions[at * width + label] as number);
      back[at * width + label] = from;
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
