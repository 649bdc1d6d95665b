import { expect, test } from 'vitest';
import { hashOf } from '../../../src/briefing/models/hash.ts';
import { readModel } from '../../../src/briefing/models/model.ts';
import { scoreLabels } from '../../../src/briefing/models/score.ts';
import { trainCrf } from '../../../train/crf.ts';
import { toModelFile } from '../../../train/weights.ts';

const WORDS = ['ann', 'bo', 'cy', 'dee', 'eve', 'flo'];
/** Each word is a name, and so is whatever has a title before it. */
const sequences = WORDS.flatMap((word) => [
  { features: [[hashOf(`word ${word}`), hashOf('title before')]], gold: [1] },
  { features: [[hashOf('word stone'), hashOf('no title')]], gold: [0] },
]);
const options = { bits: 10, epochs: 20, seed: 1 };

test.each([0, 0.5])(
  'a name is known by its word or by its title, with a share of %d of the features hidden',
  (dropout) => {
    const model = readModel(toModelFile(trainCrf(sequences, ['none', 'name'], { ...options, dropout })));
    const isName = (...features: string[]): boolean => {
      const scores = new Float64Array(2);
      scoreLabels(
        model,
        features.map((feature) => hashOf(feature)),
        scores,
      );
      return (scores[1] ?? 0) > (scores[0] ?? 0);
    };
    expect(isName('word gus', 'title before')).toBe(true);
    expect(isName('word ann', 'unseen')).toBe(true);
    expect(isName('word stone', 'unseen')).toBe(false);
  },
);

test('the same seed hides the same features', () => {
  const train = (seed: number) => [...trainCrf(sequences, ['none', 'name'], { ...options, seed, dropout: 0.5 }).table];
  expect(train(1)).toEqual(train(1));
  expect(train(1)).not.toEqual(train(2));
});
