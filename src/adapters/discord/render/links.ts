import { MAX_ADDRESS_LENGTH, MAX_EVIDENCE_LENGTH } from '../limits.ts';
import { isLabel, linkAddress } from './escape.ts';

/** Finished markup, or words that lead somewhere where the message has room for the address. */
export type InlineMarkup = string | Link;

export interface Link {
  /** The words without their address. */
  readonly bare: string;
  /** With it: `before[label](address)after`. */
  readonly before: string;
  readonly label: string;
  readonly after: string;
  /** From the best to the shortest; never empty. */
  readonly addresses: readonly string[];
  /** Whether the shortest is counted as part of the words. */
  readonly required: boolean;
}

/** A line of a message. */
export type MarkupLine = readonly InlineMarkup[];

/** What links lead to in one message; those left out lead nowhere. */
export type LinkTargets = ReadonlyMap<Link, string>;

interface LinkOptions {
  readonly href: string | undefined;
  /** Marks of style around the words. */
  readonly mark?: string;
  readonly required?: boolean;
}

/** Words that lead to an address, if it is one of a web page; `markup` is what the words look like without it. */
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

/** The address whole, one that lands on the first words only, and the page itself, as far as each is short enough. */
function addressesOf(href: string): readonly string[] {
  const whole = linkAddress(href);
  if (whole === undefined) return [];
  const [page = '', fragment] = whole.split(':~:text=');
  const begun = fragment?.split(/[&,]/)[0]?.split('%20').slice(0, FIRST_WORDS).join('%20');
  const all = [whole, ...(begun ? [`${page}:~:text=${begun}`] : []), page.replace(/#$/, '')];
  const fitting = all.filter((address, at) => address.length <= MAX_ADDRESS_LENGTH && all.indexOf(address) === at);
  // The page alone is evidence enough only where nothing more fits.
  return fitting.length > 1 && fragment !== undefined ? fitting.slice(0, -1) : fitting;
}

/** As many words as hardly ever stand in an article twice. */
const FIRST_WORDS = 5;

const linksIn = (lines: readonly MarkupLine[]): readonly Link[] =>
  lines.flat().filter((ink) => typeof ink !== 'string');

const linkMarkup = ({ before, label, after }: Link, address: string): string =>
  `${before}[${label}](${address})${after}`;

/** A line as it is sent. */
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

/** How many characters an address costs. */
const addressCost = (link: Link, address: string): number => linkMarkup(link, address).length - link.bare.length;

/** What lines cost before there is room to spare: words, and the addresses that are sure. */
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
 * Gives addresses out as far as there is room: words come first. Every sure link gets its shortest one, then every
 * other link, then each its best, in the order of the message.
 *
 * @param room what the words alone leave of characters and of marks.
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
// A family of four is counted as four; flags and keys are not among the pictographs.
const EMOJI = /\p{Extended_Pictographic}|\p{RI}|\u20e3/gu;
/** Where none of these stands there is no emoji: asked first, as the pattern above looks at each letter for long. */
const MAYBE_EMOJI = /[\u00a9\u00ae\u203c-\u3300\u{1f000}-\u{1ffff}]/u;

/** Of channels and of commands. */
const MENTIONS = /<(?:#|\/[\w -]+:)\d+>/g;

/** Elements of markup in a line that is finished: each style, each mark at its beginning, each mention, each emoji. */
export function countFormatting(line: string): number {
  const alive = line.replace(/\\[^0-9A-Za-z\s]/g, '');
  const count = (mark: RegExp): number => alive.match(mark)?.length ?? 0;
  const marks = Math.ceil(count(STYLES) / 2) + count(LINE_MARKS) + count(MENTIONS);
  return marks + (MAYBE_EMOJI.test(alive) ? count(EMOJI) : 0);
}
