import { expect, test } from 'vitest';
import { combine, hashOf } from '../../../src/briefing/models/hash.ts';
import { encodeTable, lazyModel, readModel } from '../../../src/briefing/models/model.ts';
import { probability, score, scoreLabels, softmax } from '../../../src/briefing/models/score.ts';
import { bestPath } from '../../../src/briefing/models/viterbi.ts';
import { trainClassifier, trainRanker } from '../../../train/logistic.ts';
import { trainTagger } from '../../../train/tagger.ts';
import { toModelFile } from '../../../train/weights.ts';

const features = (...names: string[]): number[] => names.map((name) => hashOf(name));

test('features are hashed the same way each time, and combined in order', () => {
  expect(hashOf('word=kim')).toBe(hashOf('word=kim'));
  expect(hashOf('word=kim')).not.toBe(hashOf('word=Kim'));
  expect(combine(hashOf('a'), hashOf('b'))).not.toBe(combine(hashOf('b'), hashOf('a')));
});

test('a weight table survives a round trip', () => {
  const table = new Int8Array(3 << 12);
  for (const [at, weight] of [
    [0, 5],
    [1, -127],
    [3000, 127],
    [9001, -1],
    [12287, 64],
  ] as const)
    table[at] = weight;
  const weights = Buffer.from(encodeTable(table, 3)).toString('base64');
  const model = readModel({ labels: ['a', 'b', 'c'], bits: 12, scale: 0.5, weights });
  expect([...model.table]).toEqual([...table]);
});

test('a model is decoded once, on first use', () => {
  const model = lazyModel({ labels: ['yes'], bits: 4, scale: 1, weights: '' });
  expect(model()).toBe(model());
});

test('softmax adds up to one and survives large scores', () => {
  expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
});

test('the best path obeys the transitions', () => {
  // The second of two labels may not follow the first.
  const transitions = Float64Array.from([0, -100, 0, 0, 0, 0]);
  expect([...bestPath(Float64Array.from([3, 0, 0, 2]), 2, 2, transitions)]).toEqual([0, 0]);
  expect([...bestPath(Float64Array.from([1, 0, 0, 2]), 2, 2, transitions)]).toEqual([1, 1]);
  expect([...bestPath(new Float64Array(0), 0, 2, transitions)]).toEqual([]);
  // A long path and a wide one, whose room is not that of the ones before.
  const long = Float64Array.from({ length: 4000 }, (_, at) => Number(at % 4 === 0 || at % 4 === 3));
  expect([...bestPath(long, 2000, 2, new Float64Array(6))]).toEqual(Array.from({ length: 2000 }, (_, at) => at % 2));
  const wide = Float64Array.from({ length: 80 }, (_, at) => Number(at === 39 || at === 40));
  expect([...bestPath(wide, 2, 40, new Float64Array(41 * 40))]).toEqual([39, 0]);
});

const OPTIONS = { bits: 10, epochs: 8, seed: 1 };

test('a tagger learns from its neighbours, and the same each time', () => {
  const words = ['Ada', 'Moe', 'said', 'in', 'Oslo'];
  const sequence = {
    features: words.map((word, at) => features(`w=${word}`, `before=${words[at - 1]}`)),
    gold: [1, 2, 0, 0, 3],
  };
  const learn = () => toModelFile(trainTagger([sequence], ['O', 'B-PER', 'I-PER', 'B-LOC'], OPTIONS));
  const model = readModel(learn());
  const scores = new Float64Array(5 * 4);
  sequence.features.forEach((row, at) => {
    scoreLabels(model, row, scores, at * 4);
  });
  expect([...bestPath(scores, 5, 4, model.transitions)]).toEqual(sequence.gold);
  expect(learn()).toEqual(learn());
});

test('a classifier distinguishes two labels', () => {
  const examples = [
    { features: features('verb=said', 'long'), label: 1 },
    { features: features('verb=called', 'short'), label: 0 },
  ];
  const model = readModel(toModelFile(trainClassifier(examples, ['no', 'yes'], { ...OPTIONS, epochs: 50 })));
  expect(probability(model, features('verb=said', 'long'))).toBeGreaterThan(0.8);
  expect(probability(model, features('verb=called', 'short'))).toBeLessThan(0.2);
});

test('a ranker prefers the right candidate', () => {
  const choice = { candidates: [features('near'), features('far', 'subject'), features('far')], right: [1] };
  const model = readModel(toModelFile(trainRanker([choice], { ...OPTIONS, epochs: 50 })));
  const [near = 0, subject = 0, far = 0] = choice.candidates.map((candidate) => score(model, candidate));
  expect(subject).toBeGreaterThan(Math.max(near, far));
});

test('a ranker trained with dropout learns more from a feature that stands beside a stronger one', () => {
  const other = features('pronoun');
  const choices = Array.from({ length: 12 }, (_, at) => ({
    candidates: [at % 3 === 0 ? features('subject', 'near') : features('subject'), other],
    right: [0],
  }));
  const shareOfNear = (dropout: number): number => {
    const model = readModel(toModelFile(trainRanker(choices, { ...OPTIONS, epochs: 20, dropout })));
    return score(model, features('near')) / score(model, features('subject'));
  };
  expect(shareOfNear(0.4)).toBeGreaterThan(shareOfNear(0));
});

test('the average of several rankers is the same each time, and other than one of them', () => {
  const choices = Array.from({ length: 6 }, (_, at) => ({
    candidates: [features('near', `zone ${at}`), features('far', `zone ${at % 2}`)],
    right: [at % 2],
  }));
  const train = (models: number): string =>
    toModelFile(trainRanker(choices, { ...OPTIONS, dropout: 0.4, models })).weights;
  expect(train(4)).toBe(train(4));
  expect(train(4)).not.toBe(train(1));
});
