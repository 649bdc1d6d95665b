import type { Span } from '#core/span';
import { namesOf } from './boxes.ts';
import { lettersOnly, type Paragraph, paragraphsOf, shareIn } from './paragraphs.ts';
import type { Element, Page, Token } from './scan.ts';

export interface Frame {
  readonly page: Page;
  /** For each element, whether it is in a box, a caption or a menu. */
  readonly isOutside: readonly boolean[];
  readonly headline: Span | undefined;
  /** The letters of the story in linked data. */
  readonly stated: string;
}

/** Containers of a story, by their names. */
const BODY =
  /(?:^|[ -])(?:article|story|post|entry|news|node|page)-{1,2}(?:body|content|text|copy|main)(?=$|[ -])|(?:^|[ -])body-(?:copy|text|content)(?=$|[ -])/;

/** Elements that hold the paragraphs of a story. */
const PARAGRAPH = /^(?:p|li|blockquote|div|span|h[2-4])$/;

/** A sentence ends here, or a quotation or a list follows it. */
const ENDED = /(?:[.!?…]["'”’»)\]]*|:)\s*$/;

/**
 * Adds the paragraphs that the extractor missed: those in the same frame as the ones it kept, those at the same place of
 * sibling containers, and those that linked data states.
 */
export function withFrame(kept: readonly Token[], frame: Frame): Token[] {
  const { page, isOutside, headline } = frame;
  const isKept = new Set(kept);
  const all = paragraphsOf(page).filter(({ tokens: [first] }) => first && !isOutside[first.element]);
  const story = all.filter(({ tokens, words }) => words >= 8 && tokens.some((token) => isKept.has(token)));
  if (story.length === 0) return [...kept];
  const shared = commonPath(story.map(({ path }) => path));
  const own = new Set(shared.slice(0, 1));
  const around = aroundHeadline(page, shared, headline);
  const body = bodyOf(page, shared, around);
  const places = new Set(story.flatMap(({ path }) => placesOf(page, path, around)));
  const first = story[0]?.tokens[0]?.start ?? 0;
  const belongs = (paragraph: Paragraph): boolean => {
    if (isStated(paragraph, frame.stated)) return true;
    const { path, tokens, words, text } = paragraph;
    const start = tokens[0]?.start ?? 0;
    if (headline && start < headline.end) return false;
    const isInside = path.some((index) => own.has(index));
    if (words < MIN_WORDS || shareIn(page, paragraph, 'a') > MAX_LINKED) return false;
    if (isInside) return ENDED.test(text) && isParagraph(page, path);
    if (around !== undefined && !path.includes(around)) return false;
    if (placesOf(page, path, around).some((place) => places.has(place))) return true;
    const isBefore = start < first && around !== undefined;
    return (isBefore || path.some((index) => index === body)) && ENDED.test(text) && isText(page, path) && words >= 10;
  };
  // The extractor can lose the words before a link where text stands beside blocks.
  const [partly, others] = [true, false].map((is) =>
    all.filter(({ tokens }) => tokens.some((token) => isKept.has(token)) === is),
  ) as [Paragraph[], Paragraph[]];
  for (const { tokens } of partly) for (const token of tokens) if (!isOutside[token.element]) isKept.add(token);
  const extra = new Set(others.filter(belongs).flatMap(({ tokens }) => tokens));
  const end = endOfBodies(page, isOutside, story);
  return page.tokens.filter((token) => extra.has(token) || (isKept.has(token) && token.start < end));
}

const MIN_WORDS = 6;
const MAX_LINKED = 0.4;

const isParagraph = ({ elements }: Page, [inner = -1]: readonly number[]): boolean =>
  PARAGRAPH.test(elements[inner]?.name ?? '');

const isText = ({ elements }: Page, [inner = -1]: readonly number[]): boolean =>
  /^(?:p|blockquote)$/.test(elements[inner]?.name ?? '');

/** The elements that all paths have, the innermost first. */
function commonPath(paths: readonly (readonly number[])[]): readonly number[] {
  let shared = paths[0] ?? [];
  for (const path of paths) {
    const set = new Set(path);
    shared = shared.filter((index) => set.has(index));
  }
  return shared;
}

/** The innermost element around the story and its headline. */
const aroundHeadline = ({ elements }: Page, shared: readonly number[], headline: Span | undefined) =>
  headline &&
  shared.find((index) => {
    const { start = 0, end = 0 } = elements[index] ?? {};
    return start <= headline.start && end >= headline.end;
  });

/** The outermost element around the story, but not around its headline, that is named as the body of an article. */
function bodyOf({ elements }: Page, shared: readonly number[], around: number | undefined): number | undefined {
  const inner = around === undefined ? shared : shared.slice(0, shared.indexOf(around));
  return (
    inner.findLast((index) => {
      const element = elements[index];
      return element !== undefined && isNamedBody(element);
    }) ?? (around !== undefined && elements[around]?.name === 'article' ? around : undefined)
  );
}

/** This part of the story is in the containers that are named as its body, where their names can be trusted. */
const MIN_SHARE = 0.8;
/** The same for containers marked by schema.org’s `articleBody`. */
const MIN_MARKED_SHARE = 0.5;

/** Where the containers named as the body of the article end: what the extractor kept after them is next to the story. */
function endOfBodies({ elements }: Page, isOutside: readonly boolean[], story: readonly Paragraph[]): number {
  const isBody = elements.map((element, index) => isNamedBody(element) && !isOutside[index]);
  const inside = story.filter(({ path }) => path.some((index) => isBody[index]));
  const [all, own] = [story, inside].map((list) => list.reduce((sum, { words }) => sum + words, 0)) as [number, number];
  const isMarked = elements.some((element, index) => isBody[index] && isArticleBody(element));
  if (own < all * (isMarked ? MIN_MARKED_SHARE : MIN_SHARE)) return Number.POSITIVE_INFINITY;
  return elements.reduce((end, element, index) => (isBody[index] ? Math.max(end, element.end) : end), 0);
}

const isArticleBody = ({ attributes }: Element): boolean => /articleBody/i.test(attributes.itemprop ?? '');

const isNamedBody = (element: Element): boolean => isArticleBody(element) || BODY.test(namesOf(element.attributes));

/** The names of an element and of those around it, up to the element around story and headline. */
function placesOf({ elements }: Page, path: readonly number[], around: number | undefined): string[] {
  const end = around === undefined ? MAX_PLACE : path.indexOf(around);
  const inner = path.slice(0, Math.min(end < 0 ? MAX_PLACE : end, MAX_PLACE));
  if (inner.length < 2) return [];
  const names = inner.map((index) => {
    const { name = '', attributes = {} } = elements[index] ?? {};
    return `${name}.${(attributes.class ?? '').replace(/\d+/g, '#')}`;
  });
  return [`${names.join('>')}>${path[inner.length] ?? ''}`];
}

/** The maximum number of elements that name a place. */
const MAX_PLACE = 6;

/** Whether linked data has a paragraph as part of the story. */
const isStated = ({ text, words }: Paragraph, stated: string): boolean =>
  words >= 8 && stated !== '' && stated.includes(lettersOnly(text));
