/** Reused for each path, since most are short and making arrays would take longer than finding them. */
let back = new Uint8Array(1024);
let scores = new Float64Array(32);
let next = new Float64Array(32);

/**
 * The best sequence of labels.
 *
 * @param emissions scores of each label at each place, `width` for one place after the other.
 * @param transitions scores of each label after each other, row by row (`from * width + to`), the start's row last.
 */
export function bestPath(emissions: Float64Array, count: number, width: number, transitions: Float64Array): Uint8Array {
  if (back.length < count * width) back = new Uint8Array(2 * count * width);
  if (scores.length < width) [scores, next] = [new Float64Array(width), new Float64Array(width)];
  for (let label = 0; label < width; label += 1) {
    scores[label] = (emissions[label] as number) + (transitions[width * width + label] as number);
  }
  for (let at = 1; at < count; at += 1) {
    step(emissions, at * width, width, transitions);
    [scores, next] = [next, scores];
  }
  return readBack(count, width);
}

/** Finds the best score of each label at a place, from those at the place before it. */
function step(emissions: Float64Array, place: number, width: number, transitions: Float64Array): void {
  next.fill(Number.NEGATIVE_INFINITY, 0, width);
  back.fill(0, place, place + width);
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
}

function readBack(count: number, width: number): Uint8Array {
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
