import { stem, wordsOf } from '#text/fold';
import { firstPart } from '#text/truncate';

/** The parts of an article by which its story is identified. */
export interface StoryText {
  readonly title: string;
  readonly text: string;
  /** The publisher: two articles of one publisher are never the same story. */
  readonly publisher?: string;
}

/** The minimum average similarity of two groups (the cosine of their weighted words) to be merged. */
const SAME_STORY = 0.2;

/** The title has the highest weight, followed by the first sentences. */
const TITLE_WEIGHT = 3;
const NAME_WEIGHT = 2;
const MAX_WORDS = 400;

/** Words that occur in every article. */
const COMMON = new Set(
  'the a an of to in on at for by with from and or but as is are was were be been has have had will would it its he she they his her their that this which who said says say after before over into out up not no new more than about also one two'.split(
    ' ',
  ),
);

/**
 * Groups articles by story: returns their indices, each group in order. Words, word pairs and names are weighted by
 * rarity; the two most similar groups are merged until no pair is similar enough.
 */
export function groupStories(articles: readonly StoryText[]): readonly (readonly number[])[] {
  const vectors = weighted(articles.map(termsOf));
  const likeness = vectors.map((vector, at) => vectors.map((other, index) => (index > at ? cosine(vector, other) : 0)));
  const like = (a: number, b: number): number => likeness[Math.min(a, b)]?.[Math.max(a, b)] ?? 0;
  let groups: readonly (readonly number[])[] = articles.map((_, at) => [at]);
  const mayJoin = (first: Group, second: Group): boolean =>
    !first.some((a) => second.some((b) => isSamePublisher(articles[a], articles[b])));
  for (let pair = closest(groups, like, mayJoin); pair; pair = closest(groups, like, mayJoin)) {
    const [first, second] = pair;
    const joined = [...first, ...second].sort((a, b) => a - b);
    groups = [...groups.filter((group) => group !== first && group !== second), joined];
  }
  return groups.toSorted(([a = 0], [b = 0]) => a - b);
}

type Group = readonly number[];

const isSamePublisher = (story: StoryText | undefined, other: StoryText | undefined): boolean =>
  story?.publisher !== undefined && story.publisher === other?.publisher;

function closest(
  groups: readonly Group[],
  like: (a: number, b: number) => number,
  mayJoin: (first: Group, second: Group) => boolean,
): readonly [Group, Group] | undefined {
  let best: readonly [Group, Group] | undefined;
  let most = SAME_STORY;
  groups.forEach((first, at) => {
    for (const second of groups.slice(at + 1)) {
      const links = first.flatMap((a) => second.map((b) => like(a, b)));
      const average = links.reduce((sum, link) => sum + link, 0) / links.length;
      if (average >= most && mayJoin(first, second)) [best, most] = [[first, second], average];
    }
  });
  return best;
}

/** The frequency of each term in an article; terms of the title count three times. */
function termsOf({ title, text }: StoryText): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, weight: number): void => void terms.set(term, (terms.get(term) ?? 0) + weight);
  const count = (words: readonly string[], weight: number): void => {
    const stems = words.filter((word) => !COMMON.has(word)).map(stem);
    stems.forEach((word, at) => {
      add(word, weight);
      const next = stems[at + 1];
      if (next !== undefined) add(`${word} ${next}`, weight);
    });
  };
  count(wordsOf(title), TITLE_WEIGHT);
  count(wordsOf(text).slice(0, MAX_WORDS), 1);
  const opening = firstPart(text, MAX_WORDS * 8);
  for (const name of opening.match(/(?<=[\p{Ll},] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu) ?? []) {
    add(`name ${name.toLowerCase()}`, NAME_WEIGHT);
  }
  return terms;
}

function weighted(all: readonly ReadonlyMap<string, number>[]): readonly ReadonlyMap<string, number>[] {
  const seen = new Map<string, number>();
  for (const terms of all) for (const term of terms.keys()) seen.set(term, (seen.get(term) ?? 0) + 1);
  return all.map((terms) => {
    const vector = new Map<string, number>();
    for (const [term, count] of terms) {
      vector.set(term, (1 + Math.log(count)) * Math.log(1 + all.length / (seen.get(term) ?? 1)));
    }
    const length = Math.hypot(...vector.values()) || 1;
    return new Map([...vector].map(([term, weight]) => [term, weight / length]));
  });
}

function cosine(vector: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [small, large] = vector.size < other.size ? [vector, other] : [other, vector];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
