import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import { inEnglish } from '#core/messages/index';
import type { Evidence, Inline } from '#core/reply';
import type { Span } from '#core/span';
import { spanText } from './span-text.ts';

/** Words longer than this are named by where they start and end; a browser finds the rest. */
const MAX_WHOLE_WORDS = 12;
const EDGE_WORDS = 5;
/** As many fragments of one statement as an address points at. */
const MAX_FRAGMENTS = 3;

/** Where the words of a statement stand, with an address that lands on them when the article has one. */
export function evidenceOf(article: Article, attribution: Attribution, t = inEnglish): Evidence {
  const { kind, paragraph, quoted, content } = attribution;
  return evidenceAt(article, paragraph, kind === 'direct' ? quoted : content, t);
}

/** Where spans of a paragraph stand. */
export function evidenceAt(article: Article, paragraph: number, spans: readonly Span[], t = inEnglish): Evidence {
  const href = hrefOf(
    article.readerUrl === undefined ? article.url : `${article.readerUrl}#p${paragraph}`,
    spans.map((span) => spanText(article, span)),
  );
  return {
    paragraph,
    ...(paragraph === 0 && { label: t('place.headline') }),
    ...(href === undefined ? {} : { href }),
  };
}

/** `¶7`, leading to the words where the article has an address. */
export function paragraphMark({ paragraph, label, href }: Evidence): Inline {
  const text = label ?? `¶${paragraph}`;
  return href === undefined ? text : { text, href };
}

/**
 * An address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/); undefined where the
 * article's own address is none that a browser should open.
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

/** A hyphen has a meaning in a text fragment, beside the comma and the ampersand that are encoded anyway. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replace(/-/g, '%2D');
