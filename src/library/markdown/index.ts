import type { Span } from '#core/span';
import type { ReadResult } from '../reader.ts';
import { partsOf, type StoryBlock, sameWords, storyOf } from '../story-blocks.ts';
import { blocksOf } from '../text/blocks.ts';
import { titleFrom } from '../title.ts';
import { type FrontMatter, readFrontMatter } from './frontmatter.ts';
import { isProse, proseBlocks } from './prose.ts';

/**
 * Reads a Markdown file, with or without front matter, as an article, with its declared language.
 *
 * @throws UserError if the front matter is malformed.
 */
export async function readMarkdown(text: string): Promise<ReadResult> {
  const matter = await readFrontMatter(text);
  const start = matter?.end ?? (text.startsWith('\ufeff') ? 1 : 0);
  const blocks = await bodyOf(text, start);
  return { article: articleOf(text, matter, blocks), language: matter?.language };
}

/** Most stories are prose without any markup: the parser, eighty modules, is then not loaded. */
async function bodyOf(text: string, start: number): Promise<StoryBlock[]> {
  if (isTangled(text)) return plainBlocks(text, start);
  if (isProse(text.slice(start))) return proseBlocks(text, start);
  return (await import('./blocks.ts')).markdownBlocks(text, start);
}

// No real paragraph has a thousand stars or three hundred lines. Pairing and joining them would take quadratic time,
// so such a file is read as plain text.
const EMPHASIS_MARKS = 1000;
const LINE_PATTERN = 300;
const LETTERS = 50_000;
const HTML_BLOCKS = 5_000;
const HEADINGS = 5_000;
const MAX_NESTING = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){60}/m;

function isTangled(text: string): boolean {
  if (MAX_NESTING.test(text)) return true;
  const count = (paragraph: string, pattern: RegExp) => paragraph.match(pattern)?.length ?? 0;
  if (count(text, /^ {0,3}<[a-z!/]/gim) > HTML_BLOCKS || count(text, /^ {0,3}#{1,6}\s/gm) > HEADINGS) return true;
  return text
    .split(/\n[^\S\n]*\n/)
    .some(
      (words) =>
        words.length > LETTERS || count(words, /[*_~[\]!`]/g) > EMPHASIS_MARKS || count(words, /\n/g) > LINE_PATTERN,
    );
}

const plainBlocks = (text: string, base: number): StoryBlock[] =>
  blocksOf(text.slice(base)).map(({ start, end, text: words }) => ({
    start: base + start,
    end: base + end,
    level: 0,
    edits: [],
    text: words,
  }));

function articleOf(
  text: string,
  matter: FrontMatter | undefined,
  blocks: readonly StoryBlock[],
): ReadResult['article'] {
  const headline = headlineOf(blocks, matter);
  const story = storyOf(blocks, headline);
  const parts = partsOf(story, headline, matter?.subtitle);
  const stated = headline ? undefined : statedTitle(text, matter);
  const authors = matter?.authors.length ? matter.authors : story.credits.flatMap((credit) => credit.authors);
  const published = matter?.published ?? story.credits.find((credit) => credit.published)?.published;
  const subtitle = matter?.subtitle ?? story.blocks[parts.findIndex(({ kind }) => kind === 'subheadline')]?.text;
  return {
    text,
    format: 'markdown',
    title: matter?.title ?? headline?.text ?? titleFrom(story.blocks[0]?.text ?? ''),
    ...(subtitle && { subtitle }),
    authors: [...new Set(authors)],
    ...(published && { published }),
    ...(matter?.publisher && { publisher: matter.publisher }),
    ...(matter?.url && { url: matter.url }),
    language: 'en',
    parts: stated ? [{ kind: 'headline', span: stated }, ...parts] : parts,
    edits: story.blocks.flatMap((block) => block.edits),
  };
}

/** The heading with the title; without a title in the front matter, the first heading before any prose. */
function headlineOf(blocks: readonly StoryBlock[], matter: FrontMatter | undefined): StoryBlock | undefined {
  const first = blocks.find(({ level }) => level > 0);
  if (!first) return undefined;
  if (matter?.title) return sameWords(first.text, matter.title) ? first : undefined;
  return first.level === 1 || first === blocks[0] ? first : undefined;
}

/** The span of the exact title in the front matter. */
function statedTitle(text: string, matter: FrontMatter | undefined): Span | undefined {
  if (!matter?.title) return undefined;
  const field = /^\ufeff?["']?(?:title|headline)["']?[ \t]*[:=][ \t]*["']?/im.exec(text.slice(0, matter.end));
  const start = field ? field.index + field[0].length : -1;
  return field && text.startsWith(matter.title, start) ? { start, end: start + matter.title.length } : undefined;
}
