import type { Article } from '#core/article';
import type { Schedule } from '#core/schedule';
import type { SeenArticle } from '#core/storage/store';
import { publishedOf } from '#lookup/catalog-search';
import { groupStories } from '#lookup/same-story';
import type { ArticleVersions } from './article-versions.ts';
import { lengthOf, withoutCopies } from './copies.ts';

/** An article that is shown; `before`: the version that the channel saw last. */
export interface ShownArticle extends SeenArticle {
  readonly before?: string;
  /** Other articles on the same story: listed with it, and marked as seen with it. */
  readonly also?: readonly SeenArticle[];
  /** Copies of the article: marked as seen with it, but not listed. */
  readonly copies?: readonly SeenArticle[];
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
  return heads.map(({ id, version, published }) => {
    const before = seen.get(id);
    return { article: id, version, published, ...(before === undefined ? {} : { before }) };
  });
}

/**
 * Merges the sorted articles of the folder with those of feeds, and groups new ones by story; articles without a time
 * come first.
 */
export async function newestStories(
  own: readonly ShownArticle[],
  brought: readonly BroughtArticle[],
  articleVersions: ArticleVersions,
): Promise<readonly ShownArticle[]> {
  if (brought.length === 0) return own;
  const timeOf = ({ article }: ShownArticle): number => {
    const entry = articleVersions.byId(article);
    return (entry && publishedOf(entry.article)) || Number.POSITIVE_INFINITY;
  };
  const all = byTime([...own.map((shown) => ({ ...shown, published: timeOf(shown) })), ...brought]);
  const added = all.filter(({ before }) => before === undefined);
  const compared = added.slice(0, MAX_GROUPED).map(({ article }) => article);
  const texts = new Map(await articleVersions.archived?.texts(compared));
  for (const { article } of own.filter((shown) => compared.includes(shown.article))) {
    const entry = articleVersions.byId(article);
    if (entry) texts.set(article, entry.article);
  }
  const updated = all.filter(({ before }) => before !== undefined);
  return byTime([...updated, ...asStories(withoutCopies(added, texts), texts)]).map(
    ({ published: _, ...shown }) => shown,
  );
}

const byTime = (articles: readonly BroughtArticle[]): readonly BroughtArticle[] =>
  articles.toSorted((a, b) => (a.published === b.published ? 0 : b.published - a.published));

/** The most articles that are compared with each other, as the cost is quadratic. */
const MAX_GROUPED = 100;

/** Groups articles on one story under the fullest one, dated by the newest one. */
function asStories(added: readonly BroughtArticle[], texts: ReadonlyMap<string, Article>): readonly BroughtArticle[] {
  const known = added.filter(({ article }) => texts.has(article));
  const groups = groupStories(
    known.flatMap(({ article, published }) => {
      const text = texts.get(article);
      return text ? [{ ...storyText(text), ...(Number.isFinite(published) ? { publishedAt: published } : {}) }] : [];
    }),
  );
  const stories = groups.flatMap((group): readonly BroughtArticle[] => {
    const members = group.flatMap((at) => known[at] ?? []);
    const [lead, ...others] = members.toSorted(
      (a, b) => lengthOf(texts.get(b.article)) - lengthOf(texts.get(a.article)),
    );
    if (!lead) return [];
    const published = Math.max(...members.map((member) => member.published));
    const also = others.map(({ article, version }) => ({ article, version }));
    const copies = members.flatMap((member) => member.copies ?? []);
    return [{ ...lead, published, ...(also.length > 0 && { also }), ...(copies.length > 0 && { copies }) }];
  });
  return [...stories, ...added.filter(({ article }) => !texts.has(article))];
}

/** Read once: an article of the folder loads its text on access. */
const storyText = ({ title, text, publisher }: Article) => ({ title, text, ...(publisher ? { publisher } : {}) });
