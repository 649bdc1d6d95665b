import { Parser } from 'htmlparser2';

/** Elements used as markup in titles; others, as in `Why <script> is slow`, are text. */
const MARKUP =
  'a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|li|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|ul|wbr';
const TAG = new RegExp(`</?(?:${MARKUP})(?:\\s[^<>]*)?/?>`, 'gi');

/** A character reference that was escaped twice: `&amp;#8217;` decoded once. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

/** Converts a title to one line of plain text, without markup and double escapes. */
export function plainTitle(title: string): string {
  const bare = title
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(TAG, (tag) => (/^<\/?(?:br|p|div|li)/i.test(tag) ? ' ' : ''));
  return bare.replace(REFERENCE, decoded).replace(TAG, '').replace(/\s+/g, ' ').trim();
}

function decoded(reference: string): string {
  const text: string[] = [];
  const parser = new Parser({ ontext: (data) => text.push(data) }, { decodeEntities: true });
  parser.end(reference);
  return text.join('');
}
