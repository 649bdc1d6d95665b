import { lettersOnly, type Paragraph, paragraphsOf, shareIn } from './paragraphs.ts';
import type { Page, Token } from './scan.ts';

/** The length of a pull quote, in words. */
const MIN_WORDS = 5;
const MAX_WORDS = 70;

/** The maximum length of the attribution of a pull quote, in words. */
const MAX_ATTRIBUTION = 10;

/** The number of elements around a pull quote that its attribution may share with it. */
const MAX_LEVELS = 3;

/** Pages with more paragraphs are not searched: each is compared with all others. */
const MAX_PARAGRAPHS = 800;

/** Removes pull quotes, which repeat a sentence of the story, with their attributions; and the times of posts. */
export function withoutRepeats(page: Page, tokens: readonly Token[]): Token[] {
  const all = paragraphsOf(page, tokens).filter(({ words }) => words > 0);
  const removed = new Set(all.filter((paragraph) => shareIn(page, paragraph, 'time') === 1));
  if (all.length <= MAX_PARAGRAPHS) {
    for (const quote of repeated(all)) for (const inner of withAttribution(quote, all)) removed.add(inner);
  }
  const gone = new Set([...removed].flatMap((paragraph) => paragraph.tokens));
  return tokens.filter((token) => !gone.has(token));
}

/** Finds paragraphs whose words stand in a longer one of another element. */
function repeated(all: readonly Paragraph[]): Paragraph[] {
  const texts = all.map(({ text }) => lettersOnly(text));
  const joined = texts.join('\n');
  let offset = 0;
  return all.filter(({ words, path }, at) => {
    const own = texts[at] ?? '';
    const start = offset;
    offset += own.length + 1;
    if (words < MIN_WORDS || words > MAX_WORDS) return false;
    for (let found = joined.indexOf(own); found >= 0; found = joined.indexOf(own, found + 1)) {
      if (found === start) continue;
      const other = indexAt(texts, found);
      const length = texts[other]?.length ?? 0;
      // A sentence that stands twice as a paragraph of its own is a refrain.
      if (length > own.length && all[other]?.path[1] !== path[1]) return true;
    }
    return false;
  });
}

/** The text that contains an offset of the joined texts. */
function indexAt(texts: readonly string[], offset: number): number {
  let end = 0;
  return texts.findIndex((text) => {
    end += text.length + 1;
    return offset < end;
  });
}

/** A pull quote with the short paragraphs in the same box, which name its speaker. */
function withAttribution(quote: Paragraph, all: readonly Paragraph[]): readonly Paragraph[] {
  let box: readonly Paragraph[] = [quote];
  for (const element of quote.path.slice(0, MAX_LEVELS)) {
    const inside = all.filter(({ path }) => path.includes(element));
    if (inside.some((paragraph) => paragraph !== quote && paragraph.words > MAX_ATTRIBUTION)) break;
    box = inside;
  }
  return box;
}
