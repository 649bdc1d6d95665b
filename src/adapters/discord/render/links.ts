import { MAX_ADDRESS_LENGTH, MAX_EVIDENCE_LENGTH } from '../limits.ts';
import { isLabel, linkAddress } from './escape.ts';

/** Finished markup, or text that becomes a link if the message has room for the URL. */
export type InlineMarkup = string | Link;

export interface Link {
  /** The text without its URL. */
  readonly bare: string;
  /** The text with it: `before[label](address)after`. */
  readonly before: string;
  readonly label: string;
  readonly after: string;
  /** From the best to the shortest; never empty. */
  readonly addresses: readonly string[];
  /** Whether the shortest URL is counted as part of the text. */
  readonly required: boolean;
}

/** A line of a message. */
export type MarkupLine = readonly InlineMarkup[];

/** The URLs of the links in one message; links without an entry are rendered without URL. */
export type LinkTargets = ReadonlyMap<Link, string>;

interface LinkOptions {
  readonly href: string | undefined;
  /** Style marks around the text. */
  readonly mark?: string;
  readonly required?: boolean;
}

/** Makes a link if the URL is that of a web page; `markup` is the text without it. */
export function makeLink(
  words: string,
  markup: string,
  { href, mark = '', required = false }: LinkOptions,
): InlineMarkup {
  const addresses = href === undefined ? [] : addressesOf(href);
  const shortest = addresses.at(-1);
  if (shortest === undefined) return markup;
  const around = isLabel(words)
    ? { before: mark, label: words, after: mark }
    : { before: `${markup} (`, label: 'link', after: ')' };
  return { bare: markup, ...around, addresses, required: required && shortest.length <= MAX_EVIDENCE_LENGTH };
}

/** Returns the full URL, one with only the first words of the fragment, and the page URL, if short enough. */
function addressesOf(href: string): readonly string[] {
  const whole = linkAddress(href);
  if (whole === undefined) return [];
  const [page = '', fragment] = whole.split(':~:text=');
  const begun = fragment?.split(/[&,]/)[0]?.split('%20').slice(0, FIRST_WORDS).join('%20');
  const all = [whole, ...(begun ? [`${page}:~:text=${begun}`] : []), page.replace(/#$/, '')];
  const fitting = all.filter((address, at) => address.length <= MAX_ADDRESS_LENGTH && all.indexOf(address) === at);
  // The page URL alone is sufficient evidence only if nothing else fits.
  return fitting.length > 1 && fragment !== undefined ? fitting.slice(0, -1) : fitting;
}

/** A number of words that are almost always unique in an article. */
const FIRST_WORDS = 5;

const linksIn = (lines: readonly MarkupLine[]): readonly Link[] =>
  lines.flat().filter((ink) => typeof ink !== 'string');

const linkMarkup = ({ before, label, after }: Link, address: string): string =>
  `${before}[${label}](${address})${after}`;

/** Renders a line as sent. */
export const writeLine = (line: MarkupLine, addresses: LinkTargets): string =>
  line
    .map((ink) => {
      if (typeof ink === 'string') return ink;
      const address = addresses.get(ink);
      return address === undefined ? ink.bare : linkMarkup(ink, address);
    })
    .join('');

const EMPTY_TARGETS: LinkTargets = new Map();
export const bareLine = (line: MarkupLine): string => writeLine(line, EMPTY_TARGETS);

/** The number of characters that a URL adds. */
const addressCost = (link: Link, address: string): number => linkMarkup(link, address).length - link.bare.length;

/** The minimum cost of lines: their text and the required URLs. */
export function costOfLines(lines: readonly MarkupLine[]): { readonly characters: number; readonly marks: number } {
  const bare = lines.map(bareLine);
  const sure = linksIn(lines).filter((link) => link.required);
  return {
    characters:
      bare.reduce((sum, line) => sum + line.length, 0) + sure.reduce((sum, link) => sum + shortestAddressCost(link), 0),
    marks: bare.reduce((sum, line) => sum + countFormatting(line), 0) + sure.length,
  };
}

const shortestAddressCost = (link: Link): number => addressCost(link, link.addresses.at(-1) ?? '');

/**
 * Allocates URLs to links as far as the room allows, after the text. Each required link gets its shortest URL first,
 * then every other link, then each gets its best, in message order.
 *
 * @param room the characters and marks that the text alone leaves.
 */
export function allocateLinks(
  lines: readonly MarkupLine[],
  room: { readonly characters: number; readonly marks: number },
) {
  const links = linksIn(lines);
  const given = new Map<Link, string>();
  let { characters, marks } = room;
  const give = (link: Link, address: string): boolean => {
    const old = given.get(link);
    const cost = addressCost(link, address) - (old === undefined ? 0 : addressCost(link, old));
    if (cost > characters || (old === undefined && marks < 1)) return false;
    characters -= cost;
    if (old === undefined) marks -= 1;
    given.set(link, address);
    return true;
  };
  for (const link of [...links.filter(({ required }) => required), ...links.filter(({ required }) => !required)]) {
    give(link, link.addresses.at(-1) ?? '');
  }
  for (const link of links.filter((link) => given.has(link))) link.addresses.some((address) => give(link, address));
  return given as LinkTargets;
}

const STYLES = /\*\*|\*|`+/g;
const LINE_MARKS = /(?:^|> )(?:#{1,3} |-# |- )|^> /g;
// A family emoji of four counts as four; flags and keycaps are not pictographs.
const EMOJI = /\p{Extended_Pictographic}|\p{RI}|\u20e3/gu;
/** Without any of these there is no emoji: tested first, as the pattern above is slow for each letter. */
const MAYBE_EMOJI = /[\u00a9\u00ae\u203c-\u3300\u{1f000}-\u{1ffff}]/u;

/** Mentions of channels and commands. */
const MENTIONS = /<(?:#|\/[\w -]+:)\d+>/g;

/** Counts the formatting elements in a finished line: each style, each mark at its start, each mention, each emoji. */
export function countFormatting(line: string): number {
  const unescaped = line.replace(/\\[^0-9A-Za-z\s]/g, '');
  const count = (mark: RegExp): number => unescaped.match(mark)?.length ?? 0;
  const marks = Math.ceil(count(STYLES) / 2) + count(LINE_MARKS) + count(MENTIONS);
  return marks + (MAYBE_EMOJI.test(unescaped) ? count(EMOJI) : 0);
}
