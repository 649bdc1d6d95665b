import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Evidence, Inline } from '#core/reply';
import type { Span } from '#core/span';
import { spanText } from '#core/text/span-text';

/** Longer quotations are identified by their start and end in the text fragment; the browser finds the rest. */
const MAX_WHOLE_WORDS = 12;
const EDGE_WORDS = 5;
/** The maximum number of fragments of one statement in a URL. */
const MAX_FRAGMENTS = 3;

/** The location of a statement, with a URL that points to its words if the article has one. */
export function evidenceOf(article: Article, attribution: Attribution, t = inEnglish): Evidence {
  const { kind, paragraph, quoted, content } = attribution;
  return evidenceAt(article, paragraph, kind === 'direct' ? quoted : content, t);
}

/** The location of spans in a paragraph. */
export function evidenceAt(article: Article, paragraph: number, spans: readonly Span[], t = inEnglish): Evidence {
  const words = spans.map((span) => spanText(article, span));
  return evidenceIn(article, paragraph, words, t);
}

/** The location of words in a paragraph, in the reader if it shows the article. */
export function evidenceIn(
  { url, readerUrl }: Pick<Article, 'url' | 'readerUrl'>,
  paragraph: number,
  words: readonly string[],
  t: Translate,
): Evidence {
  const href = hrefOf(readerUrl === undefined ? url : `${readerUrl}#p${paragraph}`, words);
  return {
    paragraph,
    ...(paragraph === 0 && { label: t('place.headline') }),
    ...(href === undefined ? {} : { href }),
  };
}

/** `¶7`, linked to the words if the article has a URL. */
export function paragraphMark({ paragraph, label, href }: Evidence): Inline {
  const text = label ?? `¶${paragraph}`;
  return href === undefined ? text : { text, href };
}

/**
 * A URL with a text fragment (https://wicg.github.io/scroll-to-text-fragment/); undefined if the
 * article's own URL is not safe to open in a browser.
 */
export function hrefOf(url: string | undefined, texts: readonly string[]): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  const directives = texts
    .filter((text) => text !== '')
    .slice(0, MAX_FRAGMENTS)
    .map((text) => `text=${directive(text)}`);
  const [hash = ''] = parsed.hash.split(':~:');
  parsed.hash = '';
  return directives.length === 0
    ? `${parsed.href}${hash}`
    : `${parsed.href}${hash === '' ? '#' : hash}:~:${directives.join('&')}`;
}

function directive(text: string): string {
  const words = text.split(' ');
  if (words.length <= MAX_WHOLE_WORDS) return encode(text);
  return `${encode(words.slice(0, EDGE_WORDS).join(' '))},${encode(words.slice(-EDGE_WORDS).join(' '))}`;
}

/** Also escapes the hyphen, which is syntax in a text fragment; the comma and ampersand are encoded anyway. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replace(/-/g, '%2D');
