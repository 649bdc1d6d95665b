import type { ArticlePart, Edit, PartKind } from '#core/article';
import type { Span } from '#core/span';
import { collapseSpace, editsAround, type Piece, readAs } from './edits.ts';
import { isBoilerplate } from './text/boilerplate.ts';
import { type Credit, isBylineCompanion, parseCredit } from './text/byline.ts';
import { isCaption } from './text/caption.ts';
import { wordCount } from './text/prose.ts';

/** A paragraph or heading in markup. */
export interface StoryBlock extends Span {
  /** 1 to 6 for a heading, 0 for a paragraph. */
  readonly level: number;
  readonly edits: readonly Edit[];
  /** The visible text, with collapsed white space. */
  readonly text: string;
}

/** The blocks without captions, bylines, date stamps and other boilerplate. */
export interface Story {
  readonly blocks: readonly StoryBlock[];
  readonly credits: readonly Credit[];
}

/** Creates a block of pieces; returns undefined if they contain no letter or digit. */
export function blockOf(text: string, level: number, pieces: readonly Piece[]): StoryBlock | undefined {
  const kept = trimmedPieces(text, pieces);
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  const edits = editsAround(kept);
  const words = collapseSpace(readAs(text, span, edits));
  return /[\p{L}\p{N}]/u.test(words) ? { ...span, level, edits, text: words } : undefined;
}

/** The number of blocks in which bylines and stamps are searched. */
const HEAD_BLOCKS = 6;

/** Separates bylines, captions and boilerplate from the story; the headline is always kept. */
export function storyOf(
  blocks: readonly StoryBlock[],
  headline: StoryBlock | undefined,
  authors: readonly string[] = [],
): Story {
  const head = new Set(blocks.slice(0, HEAD_BLOCKS));
  const isShort = (block: StoryBlock) => head.has(block) && wordCount(block.text) <= 40;
  const isCreditable = (block: StoryBlock) => isShort(block) && block.level === 0;
  const credits = new Map<StoryBlock, Credit>();
  for (const block of head) {
    const credit = block !== headline && isShort(block) ? parseCredit(block.text) : undefined;
    // A heading that is only a date can be part of a chronicle.
    const isCredit = block.level === 0 || (credit?.authors.length ?? 0) > 0;
    if (credit && isCredit && blocks.length > 1) credits.set(block, credit);
  }
  const isAside = (block: StoryBlock) =>
    isBoilerplate(block.text) ||
    (isCreditable(block) && (isBylineCompanion(block.text) || hasOnlyNames(block.text, authors))) ||
    (block.level === 0 && isCaption(block.text, block === blocks.at(-1)));
  const kept = blocks.filter((block) => block === headline || !(credits.has(block) || isAside(block)));
  return { blocks: kept, credits: [...credits.values()] };
}

/** Words next to the names in a byline: `Jo Marsh and Ann Lee August 30`. */
const BESIDE_NAMES =
  /\b(?:by|and|with|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2})\b|[^\p{L}\p{N}]+/giu;

/** Whether a line contains an author, and nothing else but other authors and a day. */
function hasOnlyNames(text: string, authors: readonly string[]): boolean {
  const rest = authors.reduce((left, name) => left.replace(name, ' '), text);
  return rest !== text && rest.replace(BESIDE_NAMES, '') === '';
}

/** Converts the blocks of a story to parts. A heading after the headline that is a sentence is a sub-headline. */
export function partsOf(
  { blocks }: Story,
  headline: StoryBlock | undefined,
  subtitle: string | undefined,
): ArticlePart[] {
  return blocks.map((block, at) => {
    const under = at > 0 && blocks[at - 1] === headline;
    return { kind: kindOf(block, block === headline, under, subtitle), span: { start: block.start, end: block.end } };
  });
}

function kindOf(
  { level, text }: StoryBlock,
  isHeadline: boolean,
  isUnder: boolean,
  subtitle: string | undefined,
): PartKind {
  if (isHeadline) return 'headline';
  if (text === subtitle) return 'subheadline';
  if (level === 0) return 'paragraph';
  return isUnder && wordCount(text) >= 4 ? 'subheadline' : 'heading';
}

/** Whether two titles have the same words, ignoring case and punctuation. */
export const sameWords = (a: string, b: string): boolean => wordsOnly(a) === wordsOnly(b);

/** The words of a title: lower case, without accents, separated by single spaces. */
export const wordsOnly = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Removes white space at both ends of the pieces. */
function trimmedPieces(text: string, pieces: readonly Piece[]): Piece[] {
  const isBlank = ({ start, end, as }: Piece) => !/[^\s\u200b\ufeff]/.test(as ?? text.slice(start, end));
  const first = pieces.findIndex((piece) => !isBlank(piece));
  const last = pieces.findLastIndex((piece) => !isBlank(piece));
  return first < 0
    ? []
    : pieces
        .slice(first, last + 1)
        .map((piece, at, { length }) => trimmedPiece(text, piece, at === 0, at === length - 1));
}

function trimmedPiece(text: string, piece: Piece, isFirst: boolean, isLast: boolean): Piece {
  if (piece.as !== undefined) return piece;
  const words = text.slice(piece.start, piece.end);
  const start = isFirst ? piece.start + words.length - words.trimStart().length : piece.start;
  const end = isLast ? piece.end - words.length + words.trimEnd().length : piece.end;
  return { start, end };
}
