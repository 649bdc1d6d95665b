import type { Span } from '#core/span';
import { type StoryBlock, sameWords, wordsOnly } from '../story-blocks.ts';
import { isBoilerplate } from '../text/boilerplate.ts';
import { parseCredit } from '../text/byline.ts';
import { isCaption } from '../text/caption.ts';
import { wordCount } from '../text/prose.ts';
import { namesOf } from './boxes.ts';
import { isByline } from './byline-element.ts';
import { insideOf } from './measure.ts';
import type { Metadata } from './metadata.ts';
import { blocksOf } from './page-blocks.ts';
import { isInline, type Page } from './scan.ts';

/**
 * Returns the heading whose text is the page's title or a part of it: `Talks end` in `Talks end | The Example Times`.
 * If no heading is, returns its only `<h1>`, or a block of text that is the title.
 */
export function headlineOf(page: Page, metadata: Metadata): StoryBlock | undefined {
  const headings = headingsOf(page);
  const words = [...new Set(metadata.titles.map(wordsOnly))].filter((title) => title !== '');
  const isTitle = ({ text }: StoryBlock) => {
    const own = wordsOnly(text);
    const isPart = (title: string) => own.length > 15 && (title.startsWith(`${own} `) || title.endsWith(` ${own}`));
    return own.length > 0 && words.some((title) => title === own || isPart(title));
  };
  const isTop = ({ level }: StoryBlock) => level === 1;
  const top = onlyOne(
    headings
      .filter(isTop)
      .slice(0, MAX_TOP)
      .filter((block) => !isLogo(page, block, metadata)),
  );
  const titles = words.map((title) => new Set(title.split(' ')));
  const shares = ({ text }: StoryBlock, share: number) => titles.some((title) => sharedWords(text, title) >= share);
  return (
    headings.find((block) => isTop(block) && isTitle(block) && !isLogo(page, block, metadata)) ??
    headings.find((block) => isTitle(block) && !isLogo(page, block, metadata)) ??
    // The top heading can be the section, and the title in other words below it.
    (top && shares(top, MIN_SHARED / 2)
      ? top
      : headings
          .slice(0, MAX_REWORDED)
          .find((block) => wordCount(block.text) >= MIN_REWORDED && shares(block, MIN_SHARED))) ??
    top ??
    (words.length > 0
      ? blocksOf(page, page.tokens).find((block) => block.text.length <= MAX_HEADLINE && isTitle(block))
      : undefined)
  );
}

/** A heading of this many words with this share of them in the title is the title in other words. */
const MIN_REWORDED = 5;
const MIN_SHARED = 0.7;
/** The number of headings that are compared. */
const MAX_REWORDED = 100;

/** The share of the words of a heading that are in a title. */
function sharedWords(heading: string, title: ReadonlySet<string>): number {
  const own = wordsOnly(heading).split(' ');
  return own.filter((word) => title.has(word)).length / own.length;
}

/** With more top headings, none is the headline of the page. */
const MAX_TOP = 5;

/** The maximum length of a headline without a heading element, in characters. */
const MAX_HEADLINE = 200;

const onlyOne = (blocks: readonly StoryBlock[]): StoryBlock | undefined =>
  blocks.length === 1 ? blocks[0] : undefined;

/** Whether a heading is the name of the site. */
function isLogo({ elements }: Page, block: StoryBlock, { publisher }: Metadata): boolean {
  if (publisher !== undefined && sameWords(publisher, block.text)) return true;
  return elements.some(
    ({ start, end, attributes }) =>
      start <= block.start &&
      end >= block.end &&
      /(?:^|[ -])(?:logo|masthead|brand)(?=$|[ -])/.test(namesOf(attributes)),
  );
}

function headingsOf(page: Page): StoryBlock[] {
  const isHeading = page.elements.map(() => false);
  page.elements.forEach(({ name, parent }, index) => {
    isHeading[index] = /^h[1-3]$/.test(name) || (isHeading[parent] === true && isInline(name));
  });
  return blocksOf(
    page,
    page.tokens.filter(({ element }) => isHeading[element]),
  ).filter(({ level }) => level > 0);
}

const STANDFIRST =
  /(?:^|[ -])(?:stand-?first|sub-?head(?:line|ing)?|sub-?title|deck?|dek|strap-?line|(?:article|story|post)-(?:summary|excerpt|description|lead|intro)|kicker-text)(?=$|[ -])/;

/** How far from the headline a standfirst may be, in characters of the file. */
const NEAR = 4000;

/**
 * Returns the block after the headline that is marked up as a sub-headline, or has the words of the page's description.
 *
 * @param story where the story begins.
 */
export function standfirstOf(
  page: Page,
  headline: StoryBlock,
  { descriptions }: Metadata,
  isBox: readonly boolean[],
  story: Span | undefined,
): StoryBlock | undefined {
  const isMarked = insideOf(
    page.elements,
    ({ attributes }) => STANDFIRST.test(namesOf(attributes)) || attributes['data-gu-name'] === 'standfirst',
  );
  const near = page.tokens.filter(
    ({ element, start }) => start >= headline.end && start - headline.end < NEAR && !isBox[element],
  );
  const [marked] = blocksOf(
    page,
    near.filter(({ element }) => isMarked[element]),
  );
  if (marked && isSentence(marked)) return marked;
  const before = blocksOf(
    page,
    near.filter(({ end }) => end <= (story?.start ?? 0)),
  );
  return (
    before.find(
      (block) => isSentence(block) && descriptions.some((description) => sameWords(description, block.text)),
    ) ?? aboveByline(page, headline, before)
  );
}

/** The only block between the headline and the byline, if it is a sentence: a standfirst without a name. */
function aboveByline({ elements }: Page, headline: Span, before: readonly StoryBlock[]): StoryBlock | undefined {
  const byline = elements.find((element) => element.start >= headline.end && isByline(element));
  const above = before.filter(({ end }) => byline !== undefined && end <= byline.start);
  const [block] = above.length === 1 ? above : [];
  if (!block || wordCount(block.text) < MIN_WORDS || !isSentence(block)) return undefined;
  const { start, end, text } = block;
  const isMarked = elements.some(
    ({ name, ...element }) => /^(?:a|figcaption|button|li)$/.test(name) && element.start <= start && element.end >= end,
  );
  return isMarked || isBoilerplate(text) || isCaption(text, false) || parseCredit(text) ? undefined : block;
}

/** A shorter line is a section, a label or a place. */
const MIN_WORDS = 7;

const isSentence = ({ text }: StoryBlock): boolean => text.length >= 20 && text.length <= 400;
