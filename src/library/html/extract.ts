import type { Span } from '#core/span';
import { withFrame } from './frame.ts';
import { leanHtml } from './lean.ts';
import { insideOf, lettersIn } from './measure.ts';
import { numberedHtml } from './number.ts';
import { lettersOnly } from './paragraphs.ts';
import { withoutRepeats } from './repeats.ts';
import { type Element, type Page, scan, type Token, textOf } from './scan.ts';

/** The maximum nesting: deeper pages are not articles, and take the extractor too much time. */
const MAX_DEPTH = 256;

/** The maximum number of attributes of an element: the extractor compares each with each. */
const MAX_ATTRIBUTES = 200;

/** Real pages have some thousands of elements; the extractor takes seconds for a hundred thousand. */
const MAX_ELEMENTS = 30_000;
/** The sum of the depths of all elements: it takes seconds for millions. Real pages have some ten thousand. */
const MAX_DEPTHS = 500_000;
/** The same for pieces of text: `<<<<` is one for each character. */
const MAX_TOKENS = 150_000;

/** What is known of the article before its text is extracted. */
export interface Known {
  readonly headline: Span | undefined;
  /** For each element, whether it is in a box next to the story. */
  readonly isBox: readonly boolean[];
  /** The text as linked data states it; `''` if it does not. */
  readonly stated: string;
}

/** Returns the tokens of the story: those that the extractor keeps, or those of all paragraphs if it finds nothing. */
export async function extractStory(page: Page, { headline, isBox, stated }: Known): Promise<Token[]> {
  const content = isWithinLimits(page) ? await extracted(leanHtml(numberedHtml(page, isBox))) : '';
  const survivors = new Set(Array.from(content.matchAll(/ data-n="(\d+)"/g), ([, index]) => Number(index)));
  const kept = keptTokens(page, survivors, content).filter(({ element }) => !isBox[element]);
  const [pictures, boxes] = asides(page.elements, survivors);
  const seen = kept.filter(({ element }) => !pictures[element]);
  const plain = seen.filter(({ element }) => !boxes[element]);
  // In a page with a table layout, the whole story is in a box.
  const story = textLength(page, plain) * 2 >= textLength(page, seen) ? plain : seen;
  if (textLength(page, story) < MIN_STORY) {
    const paragraphs = ofParagraphs(page, either(pictures, isBox));
    return textLength(page, paragraphs) > 0 ? paragraphs : ofParagraphs(page, pictures);
  }
  const beside = insideOf(page.elements, ({ name }) => ASIDE.has(name));
  const framed = withFrame(story, {
    page,
    isOutside: either(either(pictures, isBox), beside),
    headline,
    stated: lettersOnly(stated),
  });
  return withoutRepeats(page, framed);
}

const either = (a: readonly boolean[], b: readonly boolean[]): boolean[] =>
  a.map((is, index) => is || b[index] === true);

/** Less, in letters and digits, is a menu or a line of the footer. */
const MIN_STORY = 50;

const isWithinLimits = ({ depth, attributes, elements, tokens }: Page): boolean =>
  depth <= MAX_DEPTH &&
  attributes <= MAX_ATTRIBUTES &&
  elements.length <= MAX_ELEMENTS &&
  tokens.length <= MAX_TOKENS &&
  sumOfDepths(elements) <= MAX_DEPTHS;

function sumOfDepths(elements: readonly Element[]): number {
  const depths: number[] = [];
  for (const { parent } of elements) depths.push((depths[parent] ?? 0) + 1);
  return depths.reduce((sum, depth) => sum + depth, 0);
}

/** Extracts the article with dom_smoothie, a port of Mozilla's Readability; returns `''` if it finds none. */
async function extracted(html: string): Promise<string> {
  const { Readability } = await import('dom-smoothie-js');
  let reader: InstanceType<typeof Readability> | undefined;
  try {
    reader = new Readability(html, null, {});
    const content: unknown = reader.parse()?.content;
    return typeof content === 'string' ? content : '';
  } catch {
    return '';
  } finally {
    // WebAssembly memory is not garbage-collected: it would be kept until the process ends.
    reader?.free();
  }
}

const wordsOf = (page: Page): string => page.tokens.map((token) => withoutSpace(textOf(page, token))).join('');

/**
 * Returns the tokens that the extractor kept, by the number of the element around each. An element created by the
 * extractor has no number: its token must be the next text of `content`, apart from white space.
 */
function keptTokens(page: Page, survivors: ReadonlySet<number>, content: string): Token[] {
  // A page without menus: all is kept, and `content` need not be read.
  if (page.tokens.every(({ element }) => survivors.has(element))) return [...page.tokens];
  const words = wordsOf(scan(content));
  let at = 0;
  let last = { isKept: false, block: -1 };
  return page.tokens.filter((token) => {
    const own = withoutSpace(textOf(page, token));
    // The space between two words is kept with the word before it.
    if (own === '' && !survivors.has(token.element)) return last.isKept && last.block === token.block;
    const survives = survivors.has(token.element);
    const found = survives
      ? words.slice(at, at + own.length + LOOKAHEAD).indexOf(own)
      : words.startsWith(own, at)
        ? 0
        : -1;
    if (found >= 0) at += found + own.length;
    last = { isKept: survives || found === 0, block: token.block };
    return last.isKept;
  });
}

/** How far ahead the text of a kept element is searched; text in between is in elements created by the extractor. */
const LOOKAHEAD = 400;

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

// Outside the story: menus, footers, boxes next to it.
const ASIDE = new Set(['figure', 'figcaption', 'nav', 'footer', 'aside', 'form', 'menu']);

// <p class="img_caption">   <span class="photo-credit">
const CAPTION =
  /^(?:(?:[\w-]*(?:img|image|photo|picture|media|figure|wp)\w*[-_]+)?caption(?:[-_]?(?:text|credit))?|(?:photo|image|img|picture)[-_]*credits?)$/i;
/** A longer class name is none of these, and would take the pattern too much time. */
const MAX_CLASS_NAME = 60;
const PICTURE = new Set(['figure', 'figcaption']);
/** Inside a story: boxes with other stories, figures in columns, a newsletter form. */
const BOX = new Set(['table', 'aside', 'nav', 'form']);

/** For each element, whether it is in a caption, and whether it is in a box inside the story. */
function asides(elements: readonly Element[], survivors: ReadonlySet<number>): [pictures: boolean[], boxes: boolean[]] {
  const pictures: boolean[] = [];
  const boxes: boolean[] = [];
  const inStory: boolean[] = [];
  elements.forEach(({ name, parent, attributes }, index) => {
    inStory[index] = survivors.has(index) || inStory[parent] === true;
    pictures[index] = pictures[parent] === true || PICTURE.has(name) || isCaption(attributes.class);
    boxes[index] = boxes[parent] === true || (BOX.has(name) && inStory[parent] === true);
  });
  return [pictures, boxes];
}

const isCaption = (classes = ''): boolean =>
  /caption|credit/i.test(classes) &&
  classes.split(/\s+/).some((name) => name.length <= MAX_CLASS_NAME && CAPTION.test(name));

const textLength = (page: Page, tokens: readonly Token[]): number =>
  tokens.reduce((sum, token) => sum + lettersIn(textOf(page, token)), 0);

/** The fallback: the text of every `<p>` that is not in a menu or a footer, or all text if there is none. */
function ofParagraphs(page: Page, aside: readonly boolean[]): Token[] {
  const inParagraph: boolean[] = [];
  const outside: boolean[] = [];
  page.elements.forEach(({ name, parent }, index) => {
    inParagraph[index] = name === 'p' || inParagraph[parent] === true;
    outside[index] = ASIDE.has(name) || outside[parent] === true;
  });
  const seen = page.tokens.filter(({ element }) => !aside[element] && !outside[element]);
  const paragraphs = seen.filter(({ element }) => inParagraph[element]);
  return textLength(page, paragraphs) > 0 ? paragraphs : seen;
}
