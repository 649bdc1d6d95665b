import { FeatureList } from '../models/feature-list.ts';
import { lazyModel, type Model } from '../models/model.ts';
import { scoreLabels } from '../models/score.ts';
import { bestPath } from '../models/viterbi.ts';
import weights from '../models/weights/names.json' with { type: 'json' };
import { addNameFeatures } from './name-features.ts';
import { labelOf, NAME_LABELS, NAME_TYPES } from './name-labels.ts';
import type { TokenFacts } from './token-facts.ts';
import type { Tokens } from './tokens.ts';
import { CAP } from './word-flags.ts';

/** What is longer, in tokens, is a list in capitals or worse, and no name. */
const MAX_NAME_LENGTH = 20;

/** So many small words may stand between two capitals of one name: “Ministry of Health and Wellness”. */
const GAP = 5;

const model = lazyModel(weights);

/** Finds the names of people, bodies, places, nations and works: the label of each token, see `NAME_LABELS`. */
export function tagNames(tokens: Tokens, facts: TokenFacts, learned: Model = model()): Uint8Array {
  const labels = new Uint8Array(tokens.count);
  const width = NAME_LABELS.length;
  let scores = new Float64Array(64 * width);
  const features = new FeatureList();
  /** By features: long texts repeat themselves, and looking the weights up is what takes the time. */
  const known = new Map<number, Float64Array>();
  const repeats = tokens.count > MIN_REPEATED;
  let read = 0;
  let scored = 0;
  for (const { from, to } of capitalRuns(tokens)) {
    if (read > MAX_READ || scored > MAX_SCORED) break;
    const count = to - from;
    read += count;
    if (count * width > scores.length) scores = new Float64Array(2 * count * width);
    for (let at = 0; at < count; at += 1) {
      features.clear();
      addNameFeatures(features, tokens, facts, from + at);
      const key = repeats ? features.fingerprint() : 0;
      const same = repeats ? known.get(key) : undefined;
      if (same) scores.set(same, at * width);
      else {
        scored += 1;
        scoreLabels(learned, features.hashes, scores, at * width, features.size);
        if (repeats && known.size < MAX_KNOWN) known.set(key, scores.slice(at * width, (at + 1) * width));
      }
    }
    setLabels(bestPath(scores, count, width, learned.transitions), labels.subarray(from, to));
  }
  joinNicknames(tokens, labels);
  return labels;
}

/** A text of fewer tokens repeats too little of its names to be worth the memory. */
const MIN_REPEATED = 10_000;

/** The scores of no more features are kept at once: some megabytes. */
const MAX_KNOWN = 20_000;

/** More tokens next to capitals than the analysed part of a book has, and more different ones; names after them are not found. */
const MAX_READ = 40_000;
const MAX_SCORED = 15_000;

/** What runs on for more tokens without an end of a sentence, capital after capital, is no text that names anyone. */
const MAX_RUN = 2_000;

/**
 * The stretches in which names may stand: each begins and ends with a capital, no gap in it is longer than `GAP`, and
 * it has at most `MAX_RUN` tokens.
 */
export function capitalRuns(tokens: Tokens): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  let last = -1;
  const close = (): void => {
    if (from >= 0 && last - from < MAX_RUN) runs.push({ from, to: last + 1 });
    from = -1;
  };
  for (let at = 0; at < tokens.count; at += 1) {
    if (!hasCapital(tokens, at)) continue;
    if (at - last > GAP + 1 || tokens.sentences[at] !== tokens.sentences[last]) close();
    if (from < 0) from = at;
    last = at;
  }
  close();
  return runs;
}

function hasCapital({ text, starts, ends }: Tokens, at: number): boolean {
  for (let letter = starts[at] ?? 0; letter < (ends[at] ?? 0); letter += 1) {
    const code = text.charCodeAt(letter);
    if (code < 128 ? code >= 65 && code <= 90 : text.charAt(letter) !== text.charAt(letter).toLowerCase()) return true;
  }
  return false;
}

/** Copies a path, whose labels may not fit each other, as names that begin and end. */
function setLabels(path: Uint8Array, labels: Uint8Array): void {
  let open = -1;
  let type = -1;
  const close = (end: number): void => {
    const name = NAME_TYPES[type];
    if (open >= 0 && name && end - open <= MAX_NAME_LENGTH)
      for (let at = open; at < end; at += 1) labels[at] = labelOf(name, at - open, end - open);
    open = -1;
  };
  path.forEach((label, at) => {
    const kind = (label - 1) >> 2;
    const begins = (label - 1) % 4 < 2;
    if (label === 0) close(at);
    else if (begins || kind !== type || open < 0) {
      close(at);
      open = at;
      type = kind;
    }
  });
  close(path.length);
}

const OPENS = /^["“‘'(]$/;
const CLOSES = /^["”’')]$/;

/** Makes one name of Robert “Bobby” Scott. */
function joinNicknames({ words, flags }: Tokens, labels: Uint8Array): void {
  const isPerson = (at: number): boolean => NAME_TYPES[((labels[at] ?? 0) - 1) >> 2] === 'person';
  for (let at = 1; at < labels.length - 3; at += 1) {
    if (!OPENS.test(words[at] ?? '') || !CLOSES.test(words[at + 2] ?? '') || !((flags[at + 1] ?? 0) & CAP)) continue;
    if (!((flags[at - 1] ?? 0) & CAP) || !(isPerson(at + 3) || (isPerson(at - 1) && (flags[at + 3] ?? 0) & CAP)))
      continue;
    let from = at - 1;
    while (isPerson(from - 1) && from > at - 4) from -= 1;
    let to = at + 4;
    while (isPerson(to) && ((labels[to] ?? 0) - 1) % 4 > 1) to += 1;
    for (let part = from; part < to; part += 1) labels[part] = labelOf('person', part - from, to - from);
  }
}
