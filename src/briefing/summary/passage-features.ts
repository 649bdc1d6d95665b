import { totalLength } from '#core/span';
import { CONTENT_FEATURES, type Content, measureContent } from './content-features.ts';
import type { Passage } from './passages.ts';

/** The feature matrix of a story: one row per passage, in text order. */
export interface Measured extends Omit<Content, 'rows'> {
  readonly rows: readonly (readonly number[])[];
}

const PLACE_FEATURES = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'near', 'nearer', 'late', 'last', 'lastThree', 'place'],
  ...['firstParagraph', 'opensParagraph', 'closesParagraph', 'paragraphLength', 'storyLength'],
];

const LENGTH_FEATURES = ['short', 'middling', 'long', 'length', 'quoted', 'mostlyQuoted'];

/** Patterns in a passage; each is one feature. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  says: /\b(?:said|says|told)\b/,
  announces:
    /\b(?:announce[ds]?|confirm(?:ed|s)?|rule[ds]?|approved?|vote[ds]?|sign(?:ed|s)|launch(?:ed|es)?|released?|agreed|plans?|warn(?:ed|s)|charged|accused|arrested|killed|died|won|found|shows?|reveal(?:ed|s))\b/,
  reports: /\b(?:according to|reported|report)\b/,
  extremes: /\b(?:first|most|largest|biggest|only|more than|at least|nearly|record)\b/,
  future: /\b(?:will|would|going to|plans? to|expected)\b/,
  goesOn: /^(?:But|And|Yet|So|Still|However)\b/,
  pronoun: /^(?:He|She|It|They|His|Her|Their|Its|This|That|These|Those)\b/,
  weekday: /\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/,
  firstPerson: /\b(?:I|we|We|my|My|our|Our|you|You|your|Your)\b/,
  question: /\?/,
  defines: /\b(?:is|are|was|were) (?:a|an|the|one)\b/,
  figure: /\d/,
  negation: /\b(?:not|never|no)\b|n[’']t\b/,
  ought: /\b(?:should|must|needs? to|ha(?:ve|s) to)\b/,
  opensQuoted: /^["“]/,
  year: /\b(?:1[89]\d\d|20[01]\d)\b/,
  sum: /[$£€]\s?\d|\d(?:[.,]\d+)? ?(?:%|percent|per cent|million|billion|trillion)|\b(?:million|billion)\b/,
  cause: /\b(?:because|due to|as a result|after|amid|in response to|following)\b/,
  pastPerfect: /\bhad (?:been |\w+ly )?\w+(?:ed|en)\b/,
  also: /\b(?:also|meanwhile|another|other)\b/i,
  him: /\b(?:he|she|his|her|him)\b/,
  colon: /:/,
  that: /\bthat\b/,
  quarrel:
    /\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismissed|accus(?:es|ed|ing)|critici[sz](?:es|ed)|condemn(?:s|ed)|oppos(?:es|ed)|urged|called (?:for|on)|demand(?:s|ed)|vow(?:s|ed)|pledged)\b/,
};
const TESTS = Object.values(PATTERNS);

/** The names of all features, in row order. */
export const FEATURES: readonly string[] = [
  ...PLACE_FEATURES,
  ...CONTENT_FEATURES,
  ...LENGTH_FEATURES,
  ...Object.keys(PATTERNS),
];

/** Computes the features of every passage of a story; linear in its words. */
export function measure(story: readonly Passage[], title: string): Measured {
  const { rows, ...content } = measureContent(story, title);
  const measured = story.map((passage, at) => [
    ...placeOf(story, at),
    ...(rows[at] ?? []),
    ...lengthOf(passage),
    ...TESTS.map((pattern) => Number(pattern.test(passage.text))),
  ]);
  return { ...content, rows: measured };
}

function placeOf(story: readonly Passage[], at: number): readonly number[] {
  const size = story.length;
  const start = at - (story[at]?.inParagraph ?? 0);
  let end = at + 1;
  while (end < size && story[end]?.inParagraph !== 0) end += 1;
  return [
    ...[0, 1, 2, 3, 4].map((place) => Number(at === place)),
    Math.exp(-at / 10),
    Math.exp(-at / 3),
    at / size,
    Number(at === size - 1),
    Number(at >= size - 3),
    Math.log(1 + at),
    Number(start <= 0),
    Number(at === start),
    Number(at === end - 1),
    Math.min(end - start, 5) / 5,
    Math.log(size),
  ];
}

/** The maximum length feature: longer passages do not differ. */
const MAX_LENGTH = 50;

function lengthOf({ text, quoted }: Passage): readonly number[] {
  const words = text.split(/\s+/).length;
  const inMarks = Math.min(1, totalLength(quoted) / (text.length || 1));
  return [
    Number(words < 10),
    Number(words >= 15 && words <= 30),
    Number(words > 40),
    Math.min(words, MAX_LENGTH) / MAX_LENGTH,
    inMarks,
    Number(inMarks > 0.7),
  ];
}
