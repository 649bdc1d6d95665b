import { totalLength } from '#core/span';
import { capitalisedWords } from '#text/code-units';
import { KNOWN_THING } from '../words/back-references.ts';
import type { Passage } from './passages.ts';
import { type TermCounts, Vocabulary } from './terms.ts';
import { cohesion, tfIdf, type Vector } from './vectors.ts';

/** What speaks for a passage or against it; each between 0 and 1. */
export interface Features {
  /** How near the top, falling off evenly and fast; how far down; among the first five and ten. */
  readonly near: number;
  readonly late: number;
  readonly topFive: number;
  readonly topTen: number;
  readonly opensParagraph: number;
  /** How much what follows comes back to it, and how much it comes back to what stood before. */
  readonly ahead: number;
  readonly back: number;
  /** How much of the headline is in it. */
  readonly title: number;
  /** How much it speaks of those whom the story speaks of most. */
  readonly names: number;
  readonly short: number;
  readonly long: number;
  /** The share of it inside quotation marks. */
  readonly quoted: number;
  readonly opensQuoted: number;
  readonly figures: number;
  readonly firstPerson: number;
  readonly question: number;
  /** Tells what somebody or something is: “is the first …”. */
  readonly defines: number;
  readonly knownThing: number;
}
export type Feature = keyof Features;

/** The story measured: for each passage, in their order. */
export interface Measured {
  readonly features: readonly Features[];
  readonly vectors: readonly Vector[];
  readonly bags: readonly TermCounts[];
  /** How many terms there are. */
  readonly size: number;
}

const FIRST_PERSON = /\b(?:I|we|We|my|My|our|Our|you|You|your|Your)\b/;
const FIGURE = /\d+/g;
const DEFINES = /\b(?:is|are|was|were) (?:a|an|the|one)\b/;

/** Measures every passage of a story; linear in its words. */
export function measure(story: readonly Passage[], title: string): Measured {
  const vocabulary = new Vocabulary();
  const headline = new Set(vocabulary.bag(title).terms);
  const bags = story.map(({ text }) => vocabulary.bag(text));
  const vectors = tfIdf(bags, vocabulary.size);
  const ahead = cohesion(vectors, vocabulary.size, true);
  const back = cohesion(vectors, vocabulary.size, false);
  const names = namesOf(story);
  const features = story.map((passage, i) => ({
    ...placeOf(passage, story.length),
    ...formOf(passage, bags[i]?.words ?? 0),
    ahead: ahead[i] ?? 0,
    back: back[i] ?? 0,
    title: share(bags[i], headline),
    names: names[i] ?? 0,
  }));
  return { features, vectors, bags, size: vocabulary.size };
}

function placeOf({ index, inParagraph }: Passage, size: number) {
  return {
    near: Math.exp(-index / 10),
    late: index / size,
    topFive: Number(index < 5),
    topTen: Number(index < 10),
    opensParagraph: Number(inParagraph === 0),
  };
}

function formOf({ text, quoted, span }: Passage, words: number) {
  return {
    short: Number(words < 10),
    long: Number(words > 40),
    quoted: Math.min(1, totalLength(quoted) / (text.length || 1)),
    opensQuoted: Number(quoted[0]?.start === span.start),
    figures: Math.min(1, (text.match(FIGURE)?.length ?? 0) / 3),
    firstPerson: Number(FIRST_PERSON.test(text)),
    question: Number(text.includes('?')),
    defines: Number(DEFINES.test(text)),
    knownThing: Number(KNOWN_THING.test(text)),
  };
}

/** Names weigh by how many passages they stand in; three of the most frequent make 1. */
function namesOf(story: readonly Passage[]): number[] {
  const named = story.map(({ text }) => new Set(capitalisedWords(text.slice(1))));
  const passages = new Map<string, number>();
  for (const names of named) for (const name of names) passages.set(name, (passages.get(name) ?? 0) + 1);
  const most = [...passages.values()].reduce((a, b) => Math.max(a, b), 1);
  return named.map((names) => {
    let sum = 0;
    for (const name of names) sum += (passages.get(name) ?? 0) / most;
    return Math.min(1, sum / 3);
  });
}

function share(bag: TermCounts | undefined, of: ReadonlySet<number>): number {
  if (!bag || of.size === 0) return 0;
  return bag.terms.filter((term) => of.has(term)).length / of.size;
}
