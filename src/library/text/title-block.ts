import type { Published } from '#core/article';
import { endsWithStop } from '../title.ts';
import type { Block } from './blocks.ts';
import { isAbstractLabel, isBoilerplate, isSection } from './boilerplate.ts';
import { type Credit, isBareName, isBylineCompanion, parseCredit, withoutPlace } from './byline.ts';
import { isCaption } from './caption.ts';
import { isProse, isUnfinished, wordCount } from './prose.ts';
import { AGENCIES, LETTER, MEDIA, PUBLISHERS, UPPER } from './words.ts';

/** The lines above the story. */
export interface Head {
  readonly headline?: Block;
  readonly subheadlines: readonly Block[];
  readonly authors: readonly string[];
  readonly published?: Published;
  readonly publisher?: string;
  /** All blocks of the head, including the titles: they are not part of the story. */
  readonly taken: ReadonlySet<Block>;
}

/** The number of blocks in which bylines and date stamps are searched. */
const WINDOW = 14;
/** The maximum number of words of a standfirst in total; more words are the story. */
const STANDFIRST = 60;

/** Separates the lines above the story from it. Anything that is not certainly boilerplate stays in the article. */
export function headOf(blocks: readonly Block[]): Head {
  const asides = asidesOf(blocks);
  const credits = creditsOf(blocks, asides);
  const last = Math.max(-1, ...credits.keys());
  const names = namesBeside(blocks, credits, asides);
  const strays = straysOf(blocks, credits, asides);
  const isOpen = (block: Block) => ![...names, ...strays].includes(block) && !asides.has(block);
  const above = blocks.slice(0, last + 1).filter((block, at) => !credits.has(at) && isOpen(block));
  const below = blocks.slice(last + 1, last + 1 + WINDOW).filter(isOpen);
  // The block above the label of an abstract is a title, even with a full stop.
  const mayEnd = blocks.slice(0, 4).some(({ text }) => isAbstractLabel(text));
  const { publisher, titles } = titlesOf(above, below, mayEnd);
  const [headline, ...subheadlines] = titles;
  const found = [...credits.values()];
  const published = found.find((credit) => credit.published)?.published;
  const credited = [...credits.keys()].flatMap((at) => blocks[at] ?? []);
  return {
    ...(headline && { headline }),
    subheadlines,
    authors: [...new Set([...found.flatMap(({ authors }) => authors), ...names.map(({ text }) => withoutPlace(text))])],
    ...(published && { published }),
    ...(publisher && { publisher: publisher.text }),
    taken: new Set([
      ...titles,
      ...(publisher ? [publisher] : []),
      ...names,
      ...strays,
      ...credited,
      ...kickersAbove(blocks, headline),
    ]),
  };
}

/** The asides among the blocks in which the head is searched. Found once, because the test is slow. */
const asidesOf = (blocks: readonly Block[]): ReadonlySet<Block> =>
  new Set(blocks.slice(0, 2 * WINDOW).filter(({ text }) => isBoilerplate(text) || isCaption(text)));

/** The credit lines by index, as long as no more than a standfirst precedes them. */
function creditsOf(blocks: readonly Block[], asides: ReadonlySet<Block>): Map<number, Credit> {
  const credits = new Map<number, Credit>();
  let words = 0;
  for (const [at, block] of blocks.slice(0, WINDOW).entries()) {
    const { text } = block;
    const credit = parseCredit(text) ?? (at > 0 ? pairedCredit(text, blocks[at + 1]?.text ?? '') : undefined);
    if (credit && blocks.length > 1) credits.set(at, credit);
    else if (!asides.has(block)) words += wordCount(text);
    // The words of the headline do not count towards the standfirst.
    if (words > STANDFIRST + 25 || isProse(text)) break;
  }
  return credits;
}

// Oliver Strand
// Environment correspondent   a name alone on its line, followed by its office
const pairedCredit = (name: string, office: string): Credit | undefined =>
  isBareName(name) && isBylineCompanion(office) ? { authors: [withoutPlace(name)] } : undefined;

/** A name alone on its line is a byline if it is next to a date or an office, and no other byline contradicts it. */
function namesBeside(
  blocks: readonly Block[],
  credits: ReadonlyMap<number, Credit>,
  asides: ReadonlySet<Block>,
): Block[] {
  if (credits.size === 0 || [...credits.values()].some(({ authors }) => authors.length > 0)) return [];
  const lines = blocks.slice(0, WINDOW).filter((block, at) => credits.has(at) || !asides.has(block));
  const tells = (block: Block | undefined) =>
    block && (credits.has(blocks.indexOf(block)) || isBylineCompanion(block.text));
  return lines
    .filter((block, at) => at > 0 && isBareName(block.text) && (tells(lines[at - 1]) || tells(lines[at + 1])))
    .slice(0, 1);
}

/**
 * Returns stray lines between byline and story that are not sentences: an office, a place, the name of a paper, a
 * caption without a full stop after a picture's description. Only if there is a title above the byline.
 */
function straysOf(blocks: readonly Block[], credits: ReadonlyMap<number, Credit>, asides: ReadonlySet<Block>): Block[] {
  const first = Math.min(...credits.keys());
  const strays: Block[] = [];
  if (!blocks.slice(0, first).some((block) => !asides.has(block) && !isSection(block.text) && !isPublisher(block.text)))
    return [];
  let underPicture = false;
  for (const [at, block] of blocks.slice(0, WINDOW + STRAYS).entries()) {
    if (at <= first || credits.has(at)) continue;
    const isPicture = isCaption(block.text) || isPictureText(block.text);
    const isStray = wordCount(block.text) <= 3 || isBareName(block.text) || isBylineCompanion(block.text);
    if (asides.has(block)) underPicture ||= isPicture;
    else if (!isUnfinished(block.text)) break;
    else if (isPicture || underPicture || isStray) strays.push(block);
    underPicture ||= isPicture;
  }
  return strays;
}

/** The number of stray lines that may follow the window. */
const STRAYS = 4;

const PICTURE_TEXT = new RegExp(`^(?:${AGENCIES})\\s+[${UPPER}]`);

// Getty Images A minister leaves a hall
// ^^^^^^^^^^^^ a picture's source before its description, no full stop after
const isPictureText = (text: string): boolean => text.length <= 200 && isUnfinished(text) && PICTURE_TEXT.test(text);

interface Titles {
  readonly publisher?: Block;
  readonly titles: readonly Block[];
}

/**
 * Finds the headline and sub-headline, in the lines above the last credit and the first ones below it.
 *
 * Above a credit, every line except the publisher is a title. Below, the first line is one unless it is prose or ends
 * in a full stop, like the first sentence of a pasted story; the second only if it does not end like a sentence.
 */
function titlesOf(above: readonly Block[], below: readonly Block[], mayEnd: boolean): Titles {
  const lines = [...above, ...below.slice(0, 4)];
  const skipped = lines.findIndex(({ text }, at) => !isSection(text) || !lines[at + 1]);
  const [first, second, third] = lines.slice(Math.max(0, skipped));
  const publisher = first && second && third && isPublisher(first.text) && !isProse(second.text) ? first : undefined;
  const titles = withoutKicker(above.filter((block) => block !== publisher && !isSection(block.text)));
  const rest = below.filter((block) => block !== publisher && !(titles.length === 0 && isSection(block.text)));
  const [line, next] = rest;
  if (titles.length === 0 && line && next && !isProse(line.text) && (mayEnd || !endsWithStop(line.text))) {
    titles.push(line);
    rest.shift();
  }
  if (titles.length === 1 && rest[1] && isSubheadline(titles[0] as Block, rest[0] as Block, rest[1]))
    titles.push(rest[0] as Block);
  return publisher ? { publisher, titles } : { titles };
}

// Kenya
// Talks on the dam end without a deal   one or two words above a headline: the subject
function withoutKicker(titles: Block[]): Block[] {
  const [first, second, third] = titles;
  const isShort = first && wordCount(first.text) <= (third ? 2 : 1) && /^[A-ZÀ-Þ][^:!?]*$/.test(first.text);
  return isShort && second && wordCount(second.text) >= 5 ? titles.slice(1) : titles;
}

// Talks end without a deal;
// Both sides blame the other.   a headline and its sub-headline, as in archives
function isSubheadline(headline: Block, { text }: Block, next: Block): boolean {
  if (headline.text.endsWith(';') && !isProse(text)) return true;
  return isUnfinished(text) && wordCount(text) >= 4 && wordCount(text) <= 40 && !isUnfinished(next.text);
}

/** The lines above the headline: the section, the subject of the story. */
function kickersAbove(blocks: readonly Block[], headline: Block | undefined): Block[] {
  const isKicker = ({ text }: Block) => isSection(text) || wordCount(text) <= 2;
  return headline ? blocks.slice(0, WINDOW).filter((block) => block.start < headline.start && isKicker(block)) : [];
}

const DOMAIN = '[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|news|info|[a-z]{2})';
const OUTLET_WORDS = `(?:[${UPPER}][${LETTER}.'’&-]*\\s+){1,4}(?:${MEDIA})|(?:${MEDIA})\\s+of\\s+[${UPPER}][${LETTER} ]+`;
const PUBLISHER = new RegExp(
  `^(?:the\\s+|The\\s+)?(?:(?:${PUBLISHERS})(?:\\s+(?:News|World|English|International))?|${OUTLET_WORDS}|${DOMAIN})$`,
);

/** `The Korea Herald`, `BBC News`, `reuters.com` */
const isPublisher = (text: string): boolean => text.length <= 50 && PUBLISHER.test(text);
