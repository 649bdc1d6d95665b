/**
 * The start of content that is never part of a story: scripts, styles, comments, data URLs of pictures; and all of what
 * a parser takes as a comment: `<![CDATA[…]]>`, `<?php …>`.
 */
const BALLAST =
  /<(script|style|template)\b[^>]*(?:>|$)|<!--|\bdata:[\w.+-]+\/[\w.+-]+[;,]|<(?:!(?!doctype|--)|\?|\/(?![a-z]))[^>]*(?:>|$)/gi;

/** Linked data about the article, which the extractor reads. */
const LINKED_DATA = /\bld\+json\b/i;

/**
 * Removes scripts, styles, comments and data URLs: what is left of a page of megabytes has the size of an article. Runs
 * in linear time.
 */
export function leanHtml(html: string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  BALLAST.lastIndex = 0;
  for (let match = BALLAST.exec(html); match; match = BALLAST.exec(html)) {
    const end = endOf(lower, match);
    if (end === undefined) continue;
    kept.push(html.slice(at, match.index));
    at = end;
    BALLAST.lastIndex = end;
  }
  return [...kept, html.slice(at)].join('');
}

/** The end of the content, or undefined if it is kept. Unclosed content extends to the end of the page. */
function endOf(lower: string, { 0: opening, 1: name, index }: RegExpExecArray): number | undefined {
  const from = index + opening.length;
  if (name === undefined && opening !== '<!--') return opening.startsWith('<') ? from : endOfAddress(lower, from);
  if (LINKED_DATA.test(opening)) return undefined;
  const closing = opening === '<!--' ? '-->' : `</${name?.toLowerCase()}`;
  const close = lower.indexOf(closing, from);
  if (close < 0) return lower.length;
  const bracket = lower.indexOf('>', close + closing.length - 1);
  return bracket < 0 ? lower.length : bracket + 1;
}

const ADDRESS_END = /["'\s)<>]/g;

function endOfAddress(lower: string, from: number): number {
  ADDRESS_END.lastIndex = from;
  return ADDRESS_END.exec(lower)?.index ?? lower.length;
}
