import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { overlaps, type Span } from '#core/span';
import type { ReadResult } from '../reader.ts';
import { blockOf, partsOf, type Story, type StoryBlock, storyOf, wordsOnly } from '../story-blocks.ts';
import { titleFrom } from '../title.ts';
import { extractStory } from './extract.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { isNestedTooDeep } from './nesting.ts';
import { isInline, type Page, scan, type Token } from './scan.ts';

/** Reads a saved page as an article, with its declared language. */
export async function readHtml(html: string): Promise<ReadResult> {
  if (isNestedTooDeep(html)) throw new UserError(message('read.nested'));
  const page = scan(html);
  const metadata = metadataOf(page);
  const headline = headlineOf(page, metadata);
  const standfirst = headline && standfirstOf(page, headline);
  const extracted = blocksOf(page, await extractStory(page)).filter(
    (block) => ![headline, standfirst].some((other) => other && overlaps(block, other)),
  );
  const blocks = [...(headline ? [headline] : []), ...(standfirst ? [standfirst] : []), ...extracted].sort(
    (a, b) => a.start - b.start,
  );
  const story = storyOf(blocks, headline);
  return { article: articleOf(page, metadata, story, headline, standfirst), language: metadata.language };
}

function articleOf(
  page: Page,
  metadata: Metadata,
  story: Story,
  headline?: StoryBlock,
  standfirst?: StoryBlock,
): ReadResult['article'] {
  const parts = partsOf(story, headline, standfirst?.text);
  const title = headline?.text ?? withoutSite(metadata) ?? titleFrom(story.blocks[0]?.text ?? '');
  const stated = headline ? undefined : statedTitle(page, title, parts[0]?.span.start);
  const authors = metadata.authors.length > 0 ? metadata.authors : story.credits.flatMap((credit) => credit.authors);
  const published = metadata.published ?? story.credits.find((credit) => credit.published)?.published;
  const subtitle = story.blocks[parts.findIndex(({ kind }) => kind === 'subheadline')]?.text;
  return {
    text: page.html,
    format: 'html',
    title,
    ...(subtitle && { subtitle }),
    authors: [...new Set(authors)],
    ...(published && { published }),
    ...(metadata.publisher && { publisher: metadata.publisher }),
    ...(metadata.url && { url: metadata.url }),
    language: 'en',
    parts: stated ? [{ kind: 'headline', span: stated }, ...parts] : parts,
    edits: story.blocks.flatMap((block) => block.edits),
  };
}

/** Groups tokens by their block of the page. */
function blocksOf(page: Page, tokens: readonly Token[]): StoryBlock[] {
  return [...Map.groupBy(tokens, ({ block }) => block).values()].flatMap(
    (group) => blockOf(page.html, levelOf(page, group[0]), group) ?? [],
  );
}

/** The level of the heading that contains a token; 0 if none does. */
function levelOf({ elements }: Page, token: Token | undefined): number {
  let element = elements[token?.element ?? -1];
  while (element && isInline(element.name)) element = elements[element.parent];
  return Number(/^h([1-6])$/.exec(element?.name ?? '')?.[1] ?? 0);
}

/**
 * Returns the heading whose text is the page's title or a prefix of it: `Talks end` in `Talks end | The Example Times`.
 * If the page has no title, returns its first `<h1>`.
 */
function headlineOf(page: Page, { titles }: Metadata): StoryBlock | undefined {
  const headings = headingsOf(page);
  const words = titles.map(wordsOnly);
  const isTitle = ({ text }: StoryBlock) => {
    const own = wordsOnly(text);
    return own.length > 0 && words.some((title) => title === own || (own.length > 15 && title.startsWith(`${own} `)));
  };
  const isTop = ({ level }: StoryBlock) => level === 1;
  return (
    headings.find((block) => isTop(block) && isTitle(block)) ??
    headings.find(isTitle) ??
    onlyOne(headings.filter(isTop))
  );
}

const onlyOne = (blocks: readonly StoryBlock[]): StoryBlock | undefined =>
  blocks.length === 1 ? blocks[0] : undefined;

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
  /(?:^|[\s_-])(?:stand-?first|sub-?head(?:line|ing)?|sub-?title|deck?|dek|strap-?line|article-?summary|kicker-text)(?:$|[\s_-])/i;

/** Returns the block after the headline that is marked up as a sub-headline. */
function standfirstOf(page: Page, headline: StoryBlock): StoryBlock | undefined {
  const isStandfirst: boolean[] = [];
  page.elements.forEach(({ attributes, parent }, index) => {
    isStandfirst[index] = isStandfirst[parent] === true || STANDFIRST.test(attributes.class ?? '');
  });
  const tokens = page.tokens.filter(({ element, start }) => isStandfirst[element] && start >= headline.end);
  const [block] = blocksOf(page, tokens);
  return block && block.start - headline.end < 4000 && block.text.length >= 20 && block.text.length <= 400
    ? block
    : undefined;
}

/** Removes the publisher after the last bar or dash: `Talks end | The Example Times`. */
function withoutSite({ titles, publisher }: Metadata): string | undefined {
  const [title] = titles;
  const match = title && /^(.{8,}?)\s+[|–—·»-]\s+([^|]{2,50})$/.exec(title);
  const site = wordsOnly(match ? (match[2] as string) : '');
  const isSite = publisher ? wordsOnly(publisher).includes(site) || site.includes(wordsOnly(publisher)) : false;
  return match && isSite ? match[1] : title;
}

/** Returns the span of the exact title in `<title>`, above the story. */
function statedTitle({ html, elements, raws }: Page, title: string, story = 0): Span | undefined {
  const raw = raws.find(({ element }) => elements[element]?.name === 'title');
  const start = raw ? html.indexOf(title, raw.start) : -1;
  if (!raw || !title || start < 0 || start >= raw.start + raw.text.length) return undefined;
  const end = start + title.length;
  return end <= story ? { start, end } : undefined;
}
