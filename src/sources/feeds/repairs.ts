import { firstPart } from '#text/truncate';

/** Repairs a document before it is parsed as XML: what parsers reject, or elements that they ignore. */
export const withRepairs = (text: string): string =>
  withStandardNames(withoutBase64(withoutOwnReferences(withoutNoise(text))));

/** Removes what precedes the document, such as a warning of its generator, and characters that XML does not allow. */
function withoutNoise(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]/g, '');
  const start = firstPart(clean, 20_000).search(/<\?xml|<(?:rss|feed|rdf:rdf|!doctype|html)\b/i);
  return (/^\s*\{/.test(clean) || start < 0 ? clean : clean.slice(start)).trim();
}

// <!ENTITY dash "&#8211;">
const DECLARED = /<!ENTITY\s+(?!(?:lt|gt|amp|quot|apos)\s)([\w.-]{1,60})\s(?:\s*["']([^"'<>]{0,200})["'])?/g;

/** A longer value, such as one that multiplies others, is not inserted. */
const MAX_VALUE = 20;

/**
 * Replaces the references that the document declares itself, which parsers would leave in titles: by a character or some
 * words, else by nothing. Values that refer to others or to a file are never inserted.
 */
function withoutOwnReferences(document: string): string {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of firstPart(document, 20_000).matchAll(DECLARED)) {
    if (!values.has(name)) values.set(name, value.length > MAX_VALUE || /&(?!#)/.test(value) ? '' : value);
  }
  if (values.size === 0) return document;
  return document.replace(/&([\w.-]{1,60});/g, (reference, name: string) => values.get(name) ?? reference);
}

// <content mode="base64">   in Atom 0.3
// <content type="application/octet-stream">   in Atom 1.0: any media type except those of texts and XML
const BASE64 =
  /(<(?:\w+:)?(?:content|summary|title)\b[^<>]{0,300}\b(?:mode=["']base64|type=["'](?!text\/|[^"'<>]{0,80}xml)[\w.-]{1,40}\/[\w.+-]{1,80})["'][^<>]{0,300}>)([A-Za-z\d+/=\s]+)(?=<\/)/g;

const withoutBase64 = (document: string): string =>
  /base64|<(?:\w+:)?feed\b/.test(document)
    ? document.replace(BASE64, (_, tag: string, text: string) => tag + cdata(Buffer.from(text, 'base64').toString()))
    : document;

// In RSS: <link href="…"/> of Atom without its prefix, which hides the link next to it
//         <body xmlns="http://www.w3.org/1999/xhtml">, <content>: the story
const UNUSUAL = /<!\[CDATA\[|<link\s[^<>]*\/>|<((?:x?html?:)?body|fullitem|content)(?:\s[^<>]*)?>/g;

/** Gives elements of RSS the names that parsers know. Runs in linear time. */
function withStandardNames(document: string): string {
  if (!/<(?:rss|rdf:rdf)\b/i.test(firstPart(document, 4_000))) return document;
  const parts: string[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  UNUSUAL.lastIndex = 0;
  for (let match = UNUSUAL.exec(document); match; match = UNUSUAL.exec(document)) {
    const [opening, name] = match;
    const start = match.index + opening.length;
    const closing = opening.startsWith('<link') ? '' : name ? `</${name}>` : ']]>';
    const close = unclosed.has(closing) ? -1 : document.indexOf(closing, start);
    if (close < 0) unclosed.add(closing);
    else {
      const whole = document.slice(match.index, close + closing.length);
      parts.push(document.slice(at, match.index), renamed(whole, opening, document.slice(start, close), name));
      at = close + closing.length;
      UNUSUAL.lastIndex = at;
    }
  }
  return parts.join('') + document.slice(at);
}

function renamed(whole: string, opening: string, inner: string, name: string | undefined): string {
  if (opening.startsWith('<link')) return opening.includes('href=') ? opening.replace('<link', '<atom:link') : whole;
  if (name === undefined) return whole;
  // Markup is kept as text, as in `content:encoded`.
  return `<content:encoded>${/^\s*<(?!!\[CDATA)/.test(inner) ? cdata(inner.trim()) : inner}</content:encoded>`;
}

const cdata = (text: string): string => `<![CDATA[${text.replace(/<!\[CDATA\[|\]\]>/g, '')}]]>`;
