import type { Published } from '#core/article';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { overlaps, type Span } from '#core/span';
import type { ReadResult } from '../reader.ts';
import { partsOf, type Story, type StoryBlock, sameWords, storyOf } from '../story-blocks.ts';
import { titleFrom } from '../title.ts';
import { boxesOf } from './boxes.ts';
import { extractStory } from './extract.ts';
import { headlineOf, standfirstOf } from './headline.ts';
import { lengthsOf } from './measure.ts';
import { firstNames, type Metadata, metadataOf } from './metadata.ts';
import { isNestedTooDeep } from './nesting.ts';
import { blocksOf } from './page-blocks.ts';
import { dayInAddress, dayInDateline, pageCredits } from './page-credits.ts';
import { titleOf } from './page-title.ts';
import { type Page, scan } from './scan.ts';

/** Reads a saved page as an article, with its declared language. */
export async function readHtml(html: string): Promise<ReadResult> {
  if (isNestedTooDeep(html)) throw new UserError(message('read.nested'));
  const page = scan(html);
  const metadata = metadataOf(page);
  const headline = headlineOf(page, metadata);
  const isBox = boxesOf(page, lengthsOf(page), headline);
  const extracted = fromHeadline(
    blocksOf(page, await extractStory(page, { headline, isBox, stated: metadata.text ?? '' })),
    headline,
  );
  const beginning = extracted.find((block) => block !== headline && block.start >= (headline?.end ?? 0));
  const standfirst = headline && standfirstOf(page, headline, metadata, isBox, beginning);
  // A heading at the end belongs to what was left out after it.
  while ((extracted.at(-1)?.level ?? 0) > 0) extracted.pop();
  const heads = [headline, standfirst].filter((block) => block !== undefined);
  const blocks = [...heads, ...extracted.filter((block) => !heads.some((other) => overlaps(block, other)))].sort(
    (a, b) => a.start - b.start,
  );
  const story = storyOf(blocks, headline, metadata.authors);
  // A heading before the first paragraph can be a sub-headline above the byline.
  const first = extracted.find(
    (block) => block.level === 0 && block.start >= (beginning?.start ?? 0) && story.blocks.includes(block),
  );
  const seen = pageCredits(page, isBox, { headline, story: first?.start });
  const bylines = [...seen.authors, story.credits.flatMap((credit) => credit.authors)];
  // <meta name="author"> of some sites names the site.
  const isSite = metadata.authors.every((name) => sameWords(name, metadata.publisher ?? ''));
  const authors = firstNames(isSite ? [...bylines, metadata.authors] : [metadata.authors, ...bylines]);
  const dates = [metadata.published, ...seen.published, ...story.credits.map((credit) => credit.published)];
  const days = [dayInDateline(first?.text ?? ''), dayInAddress(metadata.url ?? '')];
  const published = [...dates, ...days].find((date) => date !== undefined);
  const article = articleOf(page, metadata, story, { headline, standfirst, authors, published });
  return { article, language: metadata.language };
}

/** A larger part of the text above the headline belongs to the story. */
const MAX_ABOVE = 0.2;

/** Leaves out what stands above the headline, such as the section and an offer. */
function fromHeadline(blocks: readonly StoryBlock[], headline: StoryBlock | undefined): StoryBlock[] {
  if (!headline) return [...blocks];
  const lengthOf = (part: readonly StoryBlock[]): number => part.reduce((sum, { text }) => sum + text.length, 0);
  const below = blocks.filter(({ end }) => end > headline.start);
  return lengthOf(below) >= lengthOf(blocks) * (1 - MAX_ABOVE) ? below : [...blocks];
}

interface Facts {
  readonly headline: StoryBlock | undefined;
  readonly standfirst: StoryBlock | undefined;
  readonly authors: readonly string[];
  readonly published: Published | undefined;
}

function articleOf(
  page: Page,
  metadata: Metadata,
  story: Story,
  { headline, standfirst, authors, published }: Facts,
): ReadResult['article'] {
  const parts = partsOf(story, headline, standfirst?.text);
  const title = titleOf(metadata, headline) ?? titleFrom(story.blocks[0]?.text ?? '');
  const stated = headline ? undefined : statedTitle(page, title, parts[0]?.span.start);
  const subtitle = story.blocks[parts.findIndex(({ kind }) => kind === 'subheadline')]?.text;
  return {
    text: page.html,
    format: 'html',
    title,
    ...(subtitle && { subtitle }),
    authors,
    ...(published && { published }),
    ...(metadata.publisher && { publisher: metadata.publisher }),
    ...(metadata.url && { url: metadata.url }),
    language: 'en',
    parts: stated ? [{ kind: 'headline', span: stated }, ...parts] : parts,
    edits: story.blocks.flatMap((block) => block.edits),
  };
}

/** Returns the span of the exact title in `<title>`, above the story. */
function statedTitle({ html, elements, raws }: Page, title: string, story = 0): Span | undefined {
  const raw = raws.find(({ element }) => elements[element]?.name === 'title');
  const start = raw ? html.indexOf(title, raw.start) : -1;
  if (!raw || !title || start < 0 || start >= raw.start + raw.text.length) return undefined;
  const end = start + title.length;
  return end <= story ? { start, end } : undefined;
}
