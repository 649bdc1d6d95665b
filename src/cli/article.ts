import type { Article } from '#core/article';
// Not the library's index: it would load the catalog, which `npm run brief` does not need.
import { MAX_PAGE_BYTES } from '#library/encoding/decode';
import { readFileArticle } from '#library/files';
import { readArticle } from '#library/read';

/**
 * Reads the article in a file, or in standard input if the path is `-`.
 *
 * @throws UserError with the problem and the solution.
 */
export async function articleAt(path: string): Promise<Article> {
  if (path !== '-') return await readFileArticle(path);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    // One byte over the limit gives the same error as ten gigabytes over it, and takes less memory.
    if (size > MAX_PAGE_BYTES) break;
  }
  return readArticle('stdin', Buffer.concat(chunks));
}
