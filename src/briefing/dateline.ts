import type { Span } from '#core/span';

/** Capitals, perhaps a date and an agency, and a dash: at most this many characters. */
const MAX_LENGTH = 70;
const DATELINE =
  /^\p{Lu}[\p{Lu}.'’-]+(?:[ /]\p{Lu}[\p{Lu}.'’-]*)*(?:, \p{Lu}[\p{L}\d. ]{2,24})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?:, 20\d\d)?(?: ?\([\p{L} /.]{2,24}\)| ?\/[\p{L} -]{2,24}\/)?(?:\s?(?:[—–]|--?)|:)\s/u;

/**
 * Where the story begins behind the place and the agency that filed it; the start itself where there is none.
 *
 * KYIV (AFN) — A drone attack set fire to two silos. · CHENNAI: The court quashed the order.
 * ^^^^^^^^^^^^                                         ^^^^^^^^
 */
export function afterDateline(text: string, { start, end }: Span): number {
  const match = DATELINE.exec(text.slice(start, Math.min(end, start + MAX_LENGTH)));
  return match ? start + match[0].length : start;
}
