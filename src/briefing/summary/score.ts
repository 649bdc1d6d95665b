import type { Feature, Features } from './features.ts';

/**
 * How much each feature weighs. Learned by logistic regression on 400 labelled news articles, in each of five
 * rounds on four fifths and tried on the last: 36 % of the sentences that editors chose are found, where as many
 * sentences from the top hold 28 %. Turned to two figures.
 */
const WEIGHTS: Readonly<Record<Feature, number>> = {
  near: 0.2,
  late: -1.2,
  topFive: 0.2,
  topTen: 0.3,
  opensParagraph: 0.35,
  ahead: 0.9,
  back: 0.2,
  title: 0.9,
  names: 0.4,
  short: -0.6,
  long: 0.25,
  quoted: -0.2,
  opensQuoted: -0.2,
  figures: 0.35,
  firstPerson: -0.25,
  question: -0.6,
  defines: 0.15,
  knownThing: -0.1,
};
const FEATURE_NAMES = Object.keys(WEIGHTS) as Feature[];

/** How much a passage tells of its story; only the difference between two means anything. */
export const scoreOf = (features: Features): number =>
  FEATURE_NAMES.reduce((sum, name) => sum + WEIGHTS[name] * features[name], 0);
