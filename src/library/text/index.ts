import type { Article, Part } from '#core/article';
import { blocksOf } from './blocks.ts';

/** Plain text as an article: what is told apart from the story, and what the story's blocks are. */
export function readText(text: string): Omit<Article, 'id'> {
  const blocks = blocksOf(text);
  const parts: Part[] = blocks.map(({ start, end }, at) => ({
    kind: at === 0 && blocks.length > 1 ? 'headline' : 'paragraph',
    span: { start, end },
  }));
  return { text, format: 'text', title: blocks[0]?.text ?? '', authors: [], language: 'en', parts, edits: [] };
}
