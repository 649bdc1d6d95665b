import type { Article } from '#core/article';
import type { Schedule } from '#core/schedule';
import type { SeenArticle } from '#core/storage/store';
import { publishedOf } from '#lookup/catalog-search';
import { groupStories } from '#lookup/same-story';
import type { ArticleVersions } from './article-versions.ts';

/** An article that is shown; `before`: the version that the channel saw last. */
export interface ShownArticle extends SeenArticle {
  readonly before?: string;
  /** Other articles on the same story: listed with it, and marked as seen with it. */
  readonly also?: readonly SeenArticle[];
}

/** Older articles from feeds are not news, even for a channel without a post since. */
const NEWS_MS = 7 * 86_400_000;

interface BroughtArticle extends ShownArticle {
  readonly published: number;
}

/** Articles from the channel's feeds that are new or changed for it. */
export async function broughtByFeeds(
  schedule: Schedule,
  day: string,
  sightings: readonly SeenArticle[],
  { archived }: ArticleVersions,
): Promise<readonly BroughtArticle[]> {
  if (!archived) return [];
  const seen = new Map(sightings.map(({ article, version }) => [article, version]));
  const heads = await archived.unseen(schedule, schedule.about, Date.parse(day) - NEWS_MS);
  const brought = heads.map(({ id, version, published }) => {
    const before = seen.get(id);
    return { article: id, version, published, ...(before === undefined ? {} : { before }) };
  });
  const updated = brought.filter(({ before }) => before !== undefined);
  const added = brought.filter(({ before }) => before === undefined);
  const texts = await archived.texts(added.slice(0, MAX_GROUPED).map(({ article }) => article));
  return [...updated, ...asStories(added, texts)];
}

/** Merges the sorted articles of the folder with those of feeds; articles without a time come first. */
export function newestFirst(
  own: readonly ShownArticle[],
  brought: readonly BroughtArticle[],
  articleVersions: ArticleVersions,
): readonly ShownArticle[] {
  if (brought.length === 0) return own;
  const timeOf = ({ article }: ShownArticle): number => {
    const entry = articleVersions.byId(article);
    return (entry && publishedOf(entry.article)) || Number.POSITIVE_INFINITY;
  };
  return [
    ...own.map((shown) => ({ shown, at: timeOf(shown) })),
    ...brought.map(({ published, ...shown }) => ({ shown, at: published })),
  ]
    .toSorted((a, b) => b.at - a.at)
    .map(({ shown }) => shown);
}

/** The most articles that are compared with each other, as the cost is quadratic. */
const MAX_GROUPED = 100;

/** Groups articles on one story under the fullest one, dated by the newest one. */
function asStories(added: readonly BroughtArticle[], texts: ReadonlyMap<string, Article>): readonly BroughtArticle[] {
  const known = added.filter(({ article }) => texts.has(article));
  const groups = groupStories(
    known.flatMap(({ article, published }) => {
      const text = texts.get(article);
      return text ? [{ ...text, publishedAt: published }] : [];
    }),
  );
  const stories = groups.flatMap((group): readonly BroughtArticle[] => {
    const members = group.flatMap((at) => known[at] ?? []);
    const lengthOf = ({ article }: BroughtArticle): number => texts.get(article)?.text.length ?? 0;
    const [lead, ...others] = members.toSorted((a, b) => lengthOf(b) - lengthOf(a));
    if (!lead) return [];
    const published = Math.max(...members.map((member) => member.published));
    const also = others.map(({ article, version }) => ({ article, version }));
    return [{ ...lead, published, ...(also.length > 0 ? { also } : {}) }];
  });
  return [...stories, ...added.filter(({ article }) => !texts.has(article))];
}
