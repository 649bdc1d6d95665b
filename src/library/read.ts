import type { Article } from '#core/article';
import { decode } from './decode.ts';
import { readText } from './text/index.ts';

/**
 * The article that the bytes of a file hold.
 *
 * @param name the file's name: its ending tells the format, what stands before it becomes the id.
 * @throws UserError where the bytes are no article that can be read.
 */
export async function readArticle(name: string, bytes: Uint8Array): Promise<Article> {
  const text = decode(bytes);
  return { id: idOf(name), ...readText(text) };
}

/** `Über uns 2024.txt` → `uber-uns-2024` */
export function idOf(name: string): string {
  const slug = name
    .replace(/(?<=.)\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug || 'article';
}
