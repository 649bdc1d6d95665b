import { Parser } from 'htmlparser2';
import type { Piece } from '../edits.ts';

/** An element of the page; they are listed in the order of their start tags. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The index of the parent element; -1 for none. */
  readonly parent: number;
  /** The offset of its start tag; -1 if the parser implied it. */
  readonly start: number;
  /** The offset after its end tag, or where it is closed without one. */
  readonly end: number;
}

/** Text between tags; `as` is set if a reference or a line break reads as something else. */
export interface Token extends Piece {
  /** The index of the innermost element around it. */
  readonly element: number;
  /** Incremented at each block boundary: tokens of a block share it. */
  readonly block: number;
}

/** The content of a `<title>` or `<script>`. */
interface Raw {
  readonly element: number;
  readonly text: string;
  readonly start: number;
}

export interface Page {
  /** The characters of the file, to which offsets refer. */
  readonly html: string;
  readonly elements: readonly Element[];
  /** Visible text, in order. */
  readonly tokens: readonly Token[];
  readonly raws: readonly Raw[];
  /** The maximum nesting of elements. */
  readonly depth: number;
  /** The maximum number of attributes of an element. */
  readonly attributes: number;
}

const wordSet = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const INLINE_ELEMENTS = wordSet(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);
const INVISIBLE_ELEMENTS = wordSet(
  'head script style template noscript svg math select option textarea button iframe object video audio canvas datalist dialog',
);
const RAW_TEXT_ELEMENTS = wordSet('title script');

/** The visible text of a token. */
export const textOf = ({ html }: Page, { start, end, as }: Piece): string => as ?? html.slice(start, end);

/** Whether an element is inline. */
export const isInline = (name: string): boolean => INLINE_ELEMENTS.has(name);

/** Returns the elements and texts of a page with their offsets in the file. Never throws. */
export function scan(html: string): Page {
  const scanner = new Scanner(html);
  const parser = new Parser({
    onattribute: () => scanner.countAttribute(),
    onopentag: (name, attributes, isImplied) => {
      scanner.open(name, attributes, isImplied ? undefined : { start: parser.startIndex, end: parser.endIndex + 1 });
    },
    onclosetag: (name, isImplied) => scanner.close(name, isImplied ? parser.startIndex : parser.endIndex + 1),
    ontext: (data) => scanner.text(data, parser.startIndex, parser.endIndex + 1),
  });
  parser.end(html);
  return scanner.page();
}

class Scanner {
  readonly #html: string;
  readonly #elements: (Omit<Element, 'end'> & { end: number })[] = [];
  readonly #tokens: Token[] = [];
  readonly #raws: Raw[] = [];
  readonly #open: number[] = [];
  #block = 0;
  #unseen = 0;
  #depth = 0;
  #attributes = 0;
  /** Of the start tag being read: listing the attributes of a finished one costs as much as reading them. */
  #ownAttributes = 0;

  constructor(html: string) {
    this.#html = html;
  }

  /** Counts an attribute of the start tag that is opened next. */
  countAttribute(): void {
    this.#ownAttributes++;
  }

  /** @param tag the position of the start tag; absent if the parser implied it. */
  open(name: string, attributes: Record<string, string>, tag?: { start: number; end: number }): void {
    if (name === 'br' && tag) this.#lineBreak(tag);
    const index =
      this.#elements.push({
        ...{ name, attributes, parent: this.#open.at(-1) ?? -1 },
        ...{ start: tag?.start ?? -1, end: this.#html.length },
      }) - 1;
    this.#open.push(index);
    this.#depth = Math.max(this.#depth, this.#open.length);
    this.#attributes = Math.max(this.#attributes, this.#ownAttributes);
    this.#ownAttributes = 0;
    if (INVISIBLE_ELEMENTS.has(name)) this.#unseen++;
    if (!INLINE_ELEMENTS.has(name)) this.#block++;
  }

  close(name: string, end: number): void {
    const element = this.#elements[this.#open.pop() ?? -1];
    if (element) element.end = end;
    if (INVISIBLE_ELEMENTS.has(name)) this.#unseen--;
    if (!INLINE_ELEMENTS.has(name)) this.#block++;
  }

  text(data: string, start: number, end: number): void {
    const element = this.#open.at(-1) ?? -1;
    if (RAW_TEXT_ELEMENTS.has(this.#elements[element]?.name ?? '')) this.#addRaw(element, data, start);
    else if (this.#unseen === 0) {
      const reads = this.#html.slice(start, end) === data ? undefined : { as: data };
      this.#tokens.push({ start, end, element, block: this.#block, ...reads });
    }
  }

  page(): Page {
    return {
      html: this.#html,
      elements: this.#elements,
      tokens: this.#tokens,
      raws: this.#raws,
      depth: this.#depth,
      attributes: this.#attributes,
    };
  }

  #addRaw(element: number, text: string, start: number): void {
    const last = this.#raws.at(-1);
    if (last?.element === element) this.#raws[this.#raws.length - 1] = { ...last, text: last.text + text };
    else this.#raws.push({ element, text, start });
  }

  // One paragraph<br>goes on.   One paragraph<br><br>Another
  //              ^^^^ a space                ^^^^^^^^ a border
  #lineBreak(tag: { start: number; end: number }): void {
    const last = this.#tokens.findLast(
      ({ start, end, as }) => as !== undefined || /\S/.test(this.#html.slice(start, end)),
    );
    const isSecond = last?.as === ' ' && last.block === this.#block && this.#html[last.start] === '<';
    if (isSecond) this.#block++;
    else if (this.#unseen === 0)
      this.#tokens.push({ ...tag, as: ' ', element: this.#open.at(-1) ?? -1, block: this.#block });
  }
}
