import { scorePassages, WEIGHT_COUNT } from '#briefing/summary/score-passages';
import { trainKeyPoints } from '../train/key-points.ts';
import type { LabelledStory } from '../train/labelled-stories.ts';
import { randomFrom, shuffle } from '../train/random.ts';

const FOLDS = 5;
const ROUNDS = 3;
/** The number of sentences with the highest lead baseline. */
const SENTENCES = 6;

/** The accuracy of key points on labelled stories, by cross-validation. */
export interface KeyPointFigures {
  readonly stories: number;
  readonly weights: number;
  /** Sentence F1 with six sentences per story, and with the labelled number. */
  readonly f1_of_six: number;
  readonly f1_of_as_many: number;
  /** The same for the first sentences of each story. */
  readonly lead_f1_of_six: number;
  readonly lead_f1_of_as_many: number;
}

export function keyPointFigures(stories: readonly LabelledStory[]): KeyPointFigures {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => crossValidated(stories, round));
  const lead = stories.map((story) => ({ story, scores: story.measured.rows.map((_, at) => -at) }));
  return {
    stories: stories.length,
    weights: WEIGHT_COUNT,
    f1_of_six: mean(rounds.map((round) => f1(round, () => SENTENCES))),
    f1_of_as_many: mean(rounds.map((round) => f1(round, ({ gold }) => gold.size))),
    lead_f1_of_six: f1(lead, () => SENTENCES),
    lead_f1_of_as_many: f1(lead, ({ gold }) => gold.size),
  };
}

interface Scored {
  readonly story: LabelledStory;
  readonly scores: readonly number[];
}

function crossValidated(stories: readonly LabelledStory[], round: number): readonly Scored[] {
  const order = shuffle([...stories], randomFrom(round + 1));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const weights = trainKeyPoints(order.filter((_, at) => at % FOLDS !== fold));
    return order
      .filter((_, at) => at % FOLDS === fold)
      .map((story) => ({ story, scores: scorePassages(story.measured, weights) }));
  });
}

function f1(all: readonly Scored[], countFor: (story: LabelledStory) => number): number {
  return mean(
    all.map(({ story, scores }) => {
      const chosen = scores
        .map((score, at) => ({ score, at }))
        .sort((a, b) => b.score - a.score)
        .slice(0, countFor(story));
      const right = chosen.filter(({ at }) => story.gold.has(at)).length;
      return right === 0 ? 0 : (2 * right) / (chosen.length + story.gold.size);
    }),
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
