import type { ArticlePart, Edit, PartKind } from '#core/article';
import { collapseSpace, readAs } from '../edits.ts';
import type { ReadResult } from '../reader.ts';
import { mergeEdits } from '../repairs/index.ts';
import { titleFrom } from '../title.ts';
import { type Block, blocksOf } from './blocks.ts';
import { isAbstractLabel, isBoilerplate, isStoryLabel } from './boilerplate.ts';
import { parseByline } from './byline.ts';
import { isCaption } from './caption.ts';
import { brokenWordsIn } from './hyphenation.ts';
import { mailMarksIn, withoutMarks } from './mail-quote.ts';
import { isUnfinished, wordCount } from './prose.ts';
import { tagsIn } from './tags.ts';
import { type Head, headOf } from './title-block.ts';
import { joinTurnHeads } from './turn-heads.ts';

/** Reads plain text as an article: separates boilerplate from the story, and splits the story into blocks. */
export function readText(text: string): ReadResult {
  const marks = mailMarksIn(text);
  const lines = withoutTail(blocksOf(withoutMarks(text, marks))).map((block, at) =>
    at < 4 ? unlabelled(block) : block,
  );
  const { blocks, edits: turnHeads } = joinTurnHeads(lines);
  const edits = mergeEdits(tagsIn(text), [...marks, ...turnHeads, ...brokenWordsIn(text, blocks)]);
  const head = headOf(blocks);
  const parts = partsOf(text, blocks, head, edits);
  const authors = head.authors.length > 0 ? head.authors : closingByline(blocks);
  const title =
    head.headline?.text.replace(/\s*;$/, '') ??
    titleFrom(parts[0] ? collapseSpace(readAs(text, parts[0].span, edits)) : '');
  const [subtitle] = head.subheadlines;
  const article: ReadResult['article'] = {
    text,
    format: 'text',
    title,
    ...(subtitle && { subtitle: subtitle.text }),
    authors,
    ...(head.published && { published: head.published }),
    ...(head.publisher && { publisher: head.publisher }),
    language: 'en',
    parts,
    edits,
  };
  return { article };
}

// Subject: Talks end
//          ^^^^^^^^^ as in a mail, or where a form was filled in
function unlabelled(block: Block): Block {
  const label = /^(?:subject|title|headline)\s?:\s+(?=\S)/i.exec(block.text)?.[0];
  return label ? { start: block.start + label.length, end: block.end, text: block.text.slice(label.length) } : block;
}

const TAIL =
  /^(?:related|more on this|most (?:read|popular|viewed)|topics|tags?|you may also|recommended|read (?:more|next))\b/i;

/** Removes lists of other stories at the end of a page: after their title, no line is a sentence. */
function withoutTail(blocks: Block[]): Block[] {
  const last = blocks.findLastIndex(({ text }) => !isUnfinished(text));
  const tail = blocks.findIndex(({ text }, at) => at > last && at > 1 && text.length <= 60 && TAIL.test(text));
  return tail < 0 ? blocks : blocks.slice(0, tail);
}

/** Converts the story to parts; skips blocks without a visible letter or digit (`***`, `<tweet id="1"></tweet>`). */
function partsOf(text: string, blocks: readonly Block[], head: Head, edits: readonly Edit[]): ArticlePart[] {
  const abstract = abstractOf(blocks);
  const readable = blocks.filter((block) => /[\p{L}\p{N}]/u.test(readAs(text, block, edits)));
  const kept = readable.filter((block) => isKept(block, block === blocks.at(-1), head));
  // A file with nothing but apparent boilerplate is still read as an article.
  const story = kept.length > 0 ? kept : readable;
  return story.map((block, at) => ({
    kind: kindOf(block, story[at - 1], story[at + 1], head, abstract),
    span: { start: block.start, end: block.end },
  }));
}

function isKept(block: Block, closing: boolean, head: Head): boolean {
  if (block === head.headline || head.subheadlines.includes(block)) return true;
  if (head.taken.has(block) || isBoilerplate(block.text) || isCaption(block.text, closing)) return false;
  return !(closing && parseByline(block.text));
}

function kindOf(
  block: Block,
  before: Block | undefined,
  next: Block | undefined,
  head: Head,
  abstract: ReadonlySet<Block>,
): PartKind {
  if (block === head.headline) return 'headline';
  if (head.subheadlines.includes(block) || abstract.has(block)) return 'subheadline';
  return isHeading(block, before, next) ? 'heading' : 'paragraph';
}

/** The paragraphs between the labels ABSTRACT and FULL TEXT, as in archives. */
function abstractOf(blocks: readonly Block[]): Set<Block> {
  const from = blocks.slice(0, 8).findIndex(({ text }) => isAbstractLabel(text));
  const length = from < 0 ? -1 : blocks.slice(from + 1, from + 8).findIndex(({ text }) => isStoryLabel(text));
  return new Set(length < 0 ? [] : blocks.slice(from + 1, from + 1 + length));
}

// What happens next
// ^^^^^^^^^^^^^^^^^ short, no full stop, words on both sides: a heading inside the story
function isHeading({ text }: Block, before: Block | undefined, next: Block | undefined): boolean {
  if (!before || !next || text.length > 90 || wordCount(text) > 12) return false;
  if (!isUnfinished(text) || /["“”«»„]|''|https?:|[@#]/.test(text)) return false;
  return /^[\p{Lu}\d]/u.test(text) && !isUnfinished(before.text) && !isUnfinished(next.text);
}

/** The authors in the byline at the end of a file: `By Jane Doe in Seoul`. */
function closingByline(blocks: readonly Block[]): readonly string[] {
  const last = blocks.length > 1 ? blocks.at(-1) : undefined;
  return (last && parseByline(last.text)) ?? [];
}
