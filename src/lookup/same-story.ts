import { compareTerms, storyTerms } from './story-terms.ts';

/** The parts of an article by which its story is identified. */
export interface StoryText {
  readonly title: string;
  readonly text: string;
  /** The publisher: two articles of one publisher are never the same story. */
  readonly publisher?: string;
  /** When it was published, in milliseconds. */
  readonly publishedAt?: number;
}

/** The minimum average similarity of two groups to be merged. */
const SAME_STORY = 0.2;

const DAY_MS = 86_400_000;
/** The share of the similarity that remains with each day beyond the first: what follows is the next story. */
const LATER_DAY = 0.8;

type Group = readonly number[];

/**
 * Groups articles by story: returns their indices, each group in order. The two most similar groups are merged until
 * no pair is similar enough.
 */
export function groupStories(articles: readonly StoryText[]): readonly Group[] {
  const like = compareTerms(storyTerms(articles));
  // Row by row, the sum of the similarities between the articles of two groups.
  const sums = articles.map((article, at) =>
    articles.map((other, index) => (like[at]?.[index] ?? 0) * nearness(article, other)),
  );
  const groups: Group[] = articles.map((_, at) => [at]);
  for (let pair = closest(groups, sums, articles); pair; pair = closest(groups, sums, articles))
    merge(groups, sums, pair);
  return groups.toSorted(([a = 0], [b = 0]) => a - b);
}

function nearness({ publishedAt: from }: StoryText, { publishedAt: to }: StoryText): number {
  if (from === undefined || to === undefined) return 1;
  return LATER_DAY ** Math.max(0, Math.abs(to - from) / DAY_MS - 1);
}

/** The pair of groups that are the most similar on average, if they are similar enough. */
function closest(
  groups: readonly Group[],
  sums: readonly (readonly number[])[],
  articles: readonly StoryText[],
): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  let most = SAME_STORY;
  groups.forEach((group, at) => {
    for (let other = at + 1; other < groups.length; other += 1) {
      const others = groups[other] ?? [];
      const average = (sums[at]?.[other] ?? 0) / (group.length * others.length);
      if (average >= most && !sharePublisher(group, others, articles)) [best, most] = [[at, other], average];
    }
  });
  return best;
}

const sharePublisher = (group: Group, others: Group, articles: readonly StoryText[]): boolean =>
  group.some((a) =>
    others.some((b) => articles[a]?.publisher !== undefined && articles[a].publisher === articles[b]?.publisher),
  );

/** Merges the second group, which comes later, into the first. */
function merge(groups: Group[], sums: number[][], [first, second]: readonly [number, number]): void {
  groups[first] = [...(groups[first] ?? []), ...(groups[second] ?? [])].sort((a, b) => a - b);
  groups.splice(second, 1);
  const [removed = []] = sums.splice(second, 1);
  sums[first] = (sums[first] ?? []).map((sum, at) => sum + (removed[at] ?? 0));
  for (const row of sums) row[first] = (row[first] ?? 0) + (row.splice(second, 1)[0] ?? 0);
}
