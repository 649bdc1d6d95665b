import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { ReadEntry } from '#library';
import { readAs } from '#library/edits';
import { readArticle } from '#library/read';

/** The article of a file with this content. */
export const read = (name: string, words: string): Promise<Article> =>
  readArticle(name, new TextEncoder().encode(words));

/** Each part as `kind: shown text`, with white space folded. */
export const seen = ({ text, parts, edits }: Article): string[] =>
  parts.map(({ kind, span }) => `${kind}: ${readAs(text, span, edits).replace(/\s+/g, ' ').trim()}`);

/** A paragraph that is clearly part of the story. */
export const prose = (topic: string): string =>
  `The ministers who met in the capital on Tuesday spoke about ${topic} for an hour, and they agreed, after a long debate, to meet again in the spring.`;

/** Reads the files of a catalog on this thread. */
export const readWith =
  (brief: (article: Article) => Briefing): ReadEntry =>
  async (name, bytes) => {
    const found = await readArticle(name, bytes);
    return (id) => {
      const article = { ...found, id };
      return { article, briefing: brief(article) };
    };
  };
