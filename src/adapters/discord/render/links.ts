import { ADDRESS, EVIDENCE } from '../limits.ts';
import { isLabel, linkAddress } from './escape.ts';

/** Finished markup, or words that lead somewhere where the message has room for the address. */
export type Ink = string | Link;

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
  readonly sure: boolean;
}

/** A line of a message. */
export type Line = readonly Ink[];

/** What links lead to in one message; those left out lead nowhere. */
export type Addresses = ReadonlyMap<Link, string>;

interface Target {
  readonly href: string | undefined;
  /** Marks of style around the words. */
  readonly mark?: string;
  readonly sure?: boolean;
}

/** Words that lead to an address, if it is one of a web page; `markup` is what the words look like without it. */
export function linked(words: string, markup: string, { href, mark = '', sure = false }: Target): Ink {
  const addresses = href === undefined ? [] : addressesOf(href);
  const shortest = addresses.at(-1);
  if (shortest === undefined) return markup;
  const around = isLabel(words)
    ? { before: mark, label: words, after: mark }
    : { before: `${markup} (`, label: 'link', after: ')' };
  return { bare: markup, ...around, addresses, sure: sure && shortest.length <= EVIDENCE };
}

/** The address whole, one that lands on the first words only, and the page itself, as far as each is short enough. */
function addressesOf(href: string): readonly string[] {
  const whole = linkAddress(href);
  if (whole === undefined) return [];
  const [page = '', fragment] = whole.split(':~:text=');
  const begun = fragment?.split(/[&,]/)[0]?.split('%20').slice(0, FIRST_WORDS).join('%20');
  const all = [whole, ...(begun ? [`${page}:~:text=${begun}`] : []), page.replace(/#$/, '')];
  const fitting = all.filter((address, at) => address.length <= ADDRESS && all.indexOf(address) === at);
  // The page alone is evidence enough only where nothing more fits.
  return fitting.length > 1 && fragment !== undefined ? fitting.slice(0, -1) : fitting;
}

/** As many words as hardly ever stand in an article twice. */
const FIRST_WORDS = 5;

const linksIn = (lines: readonly Line[]): readonly Link[] => lines.flat().filter((ink) => typeof ink !== 'string');

const written = ({ before, label, after }: Link, address: string): string => `${before}[${label}](${address})${after}`;

/** A line as it is sent. */
export const writeLine = (line: Line, addresses: Addresses): string =>
  line
    .map((ink) => {
      if (typeof ink === 'string') return ink;
      const address = addresses.get(ink);
      return address === undefined ? ink.bare : written(ink, address);
    })
    .join('');

const NOWHERE: Addresses = new Map();
export const bareLine = (line: Line): string => writeLine(line, NOWHERE);

/** How many characters an address costs. */
const extra = (link: Link, address: string): number => written(link, address).length - link.bare.length;

/** What lines cost before there is room to spare: words, and the addresses that are sure. */
export function costOfLines(lines: readonly Line[]): { readonly characters: number; readonly marks: number } {
  const bare = lines.map(bareLine);
  const sure = linksIn(lines).filter((link) => link.sure);
  return {
    characters: bare.reduce((sum, line) => sum + line.length, 0) + sure.reduce((sum, link) => sum + shortest(link), 0),
    marks: bare.reduce((sum, line) => sum + marksIn(line), 0) + sure.length,
  };
}

const shortest = (link: Link): number => extra(link, link.addresses.at(-1) ?? '');

/**
 * Gives addresses out as far as there is room: words come first. Every sure link gets its shortest one, then every
 * other link, then each its best, in the order of the message.
 *
 * @param room what the words alone leave of characters and of marks.
 */
export function shareOut(lines: readonly Line[], room: { readonly characters: number; readonly marks: number }) {
  const links = linksIn(lines);
  const given = new Map<Link, string>();
  let { characters, marks } = room;
  const give = (link: Link, address: string): boolean => {
    const old = given.get(link);
    const cost = extra(link, address) - (old === undefined ? 0 : extra(link, old));
    if (cost > characters || (old === undefined && marks < 1)) return false;
    characters -= cost;
    if (old === undefined) marks -= 1;
    given.set(link, address);
    return true;
  };
  for (const link of [...links.filter(({ sure }) => sure), ...links.filter(({ sure }) => !sure)]) {
    give(link, link.addresses.at(-1) ?? '');
  }
  for (const link of links.filter((one) => given.has(one))) link.addresses.some((address) => give(link, address));
  return given as Addresses;
}

const STYLES = /\*\*|\*|`+/g;
const LINE_MARKS = /(?:^|> )(?:#{1,3} |-# |- )|^> /g;
// A family of four is counted as four; flags and keys are not among the pictographs.
const EMOJI = /\p{Extended_Pictographic}|\p{RI}|\u20e3/gu;
/** Where none of these stands there is no emoji: asked first, as the pattern above looks at each letter for long. */
const MAYBE_EMOJI = /[\u00a9\u00ae\u203c-\u3300\u{1f000}-\u{1ffff}]/u;

const CHANNELS = /<#\d+>/g;

/** Elements of markup in a line that is finished: each style, each mark at its beginning, each channel, each emoji. */
export function marksIn(line: string): number {
  const alive = line.replace(/\\[^0-9A-Za-z\s]/g, '');
  const count = (mark: RegExp): number => alive.match(mark)?.length ?? 0;
  const marks = Math.ceil(count(STYLES) / 2) + count(LINE_MARKS) + count(CHANNELS);
  return marks + (MAYBE_EMOJI.test(alive) ? count(EMOJI) : 0);
}
