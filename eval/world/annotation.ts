// Parses an annotated source (annotated/NAME.ann) into the article's plain text and the marked spans.
//
//   [3:okafor:warns “The dam will not hold,”] <3 said> {3 Ngozi Okafor, the engineer in charge}. [3 “We have weeks.”]
//   content, with speaker and stance          cue      source                                    a second fragment
//
// `~` before an opening mark: the words are no speech. `⌁`: the mark is left open on purpose.
// `{1,2 She}` is the source of two attributions. `\` escapes the next character.
import { MARKS } from './marks.ts';

export type Span = [start: number, end: number];
export type Role = 'content' | 'cue' | 'source';
export type Quoted = { start: number; end: number; outer: Span; speech: boolean };
export type Speaker = { name: string; type: string; also: string[] };
export type Marked = { id: number; speaker: string; stance: string; kind?: string } & Record<Role, Span[]>;
export type Source = {
  text: string;
  header: Map<string, string>;
  speakers: Map<string, Speaker>;
  attributions: Map<number, Marked>;
  quoted: Quoted[];
};

const OPENERS: Readonly<Record<string, { role: Role; close: string }>> = {
  '[': { role: 'content', close: ']' },
  '<': { role: 'cue', close: '>' },
  '{': { role: 'source', close: '}' },
};
const LABEL = /[[<{](\d+(?:,\d+)*)(?::([a-z0-9-]+|\?):([a-z]+)(?::([a-z]+))?)? /y;

export function readSource(file: string): Source {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  if (head === undefined || body === undefined) throw new Error('no header between --- lines');
  const { header, speakers } = readHeader(head);
  const marks = MARKS[header.get('marks') ?? ''];
  if (!marks) throw new Error(`unknown marks: ${header.get('marks')}`);
  const dress = (words: string) => words.replace(/[“”‘’']/g, (mark) => marks[mark as keyof typeof marks]);
  for (const speaker of speakers.values()) {
    speaker.name = dress(speaker.name);
    speaker.also = speaker.also.map(dress);
  }
  const reader = new Reader(body.trim(), marks);
  reader.read();
  return { header, speakers, text: `${reader.text}\n`, attributions: reader.attributions, quoted: reader.quoted };
}

function readHeader(head: string): Pick<Source, 'header' | 'speakers'> {
  const header = new Map<string, string>();
  const speakers = new Map<string, Speaker>();
  for (const line of head.split('\n')) {
    const [, key, value] = /^([a-z0-9-]+): (.+)$/.exec(line) ?? [];
    if (!key || !value) throw new Error(`header line: ${line}`);
    const [name, type, also] = value.split(' | ');
    if (name && type) speakers.set(key, { name, type, also: also ? also.split('; ') : [] });
    else header.set(key, value);
  }
  return { header, speakers };
}

class Reader {
  text = '';
  readonly attributions = new Map<number, Marked>();
  readonly quoted: Quoted[] = [];
  #at = 0;
  #open: { ids: number[]; role: Role; close: string; start: number }[] = [];
  #quotes: { mark: string; start: number; from: number; speech: boolean }[] = [];
  #noSpeech = false;
  #leftOpen = false;
  readonly #source: string;
  readonly #marks: (typeof MARKS)[string];

  constructor(source: string, marks: (typeof MARKS)[string]) {
    this.#source = source;
    this.#marks = marks;
  }

  read(): void {
    while (this.#at < this.#source.length) this.#step(this.#source[this.#at] ?? '');
    this.#endParagraph();
    if (this.#open.length) throw this.#error('bracket never closed');
  }

  #step(char: string): void {
    if (char in OPENERS) {
      this.#openSpan(char);
      return;
    }
    this.#at++;
    if (char === '\\') this.text += this.#source[this.#at++] ?? '';
    else if (char === '~') this.#noSpeech = true;
    else if (char === '⌁') this.#leftOpen = true;
    else if (']>}'.includes(char)) this.#closeSpan(char);
    else if (char === '“' || char === '‘') this.#openQuote(char);
    else if (char === '”' || char === '’') this.#closeQuote(char);
    else if (char === "'") this.text += this.#marks["'"];
    else if (char === '"') throw this.#error('write “ ” in the source; the header says how they print');
    else {
      if (char === '\n') this.#endParagraph();
      this.text += char;
    }
  }

  #openSpan(char: string): void {
    LABEL.lastIndex = this.#at;
    const [label, list, speaker, stance, kind] = LABEL.exec(this.#source) ?? [];
    const opener = OPENERS[char];
    if (!label || !list || !opener) throw this.#error(`no label after ${char}`);
    const ids = list.split(',').map(Number);
    if (speaker && stance) {
      const marked = this.#attribution(ids[0] ?? 0);
      if (marked.speaker) throw this.#error(`attribution ${marked.id} is declared twice`);
      Object.assign(marked, { speaker, stance }, kind && { kind });
    }
    this.#open.push({ ids, ...opener, start: this.text.length });
    this.#at += label.length;
  }

  #closeSpan(char: string): void {
    const span = this.#open.pop();
    if (span?.close !== char) throw this.#error(`${char} closes nothing`);
    for (const id of span.ids) this.#attribution(id)[span.role].push([span.start, this.text.length]);
  }

  #attribution(id: number): Marked {
    const known = this.attributions.get(id);
    if (known) return known;
    const blank: Marked = { id, speaker: '', stance: '', content: [], cue: [], source: [] };
    this.attributions.set(id, blank);
    return blank;
  }

  #openQuote(mark: '“' | '‘'): void {
    const from = this.text.length;
    this.text += this.#marks[mark];
    this.#quotes.push({ mark, from, start: this.text.length, speech: !this.#noSpeech });
    this.#noSpeech = false;
  }

  #closeQuote(mark: '”' | '’'): void {
    const quote = this.#quotes.pop();
    if (quote?.mark !== (mark === '”' ? '“' : '‘')) throw this.#error(`${mark} closes nothing`);
    const end = this.text.length;
    this.text += this.#marks[mark];
    if (!this.#quotes.length) this.#keep(quote, end, this.text.length);
  }

  #keep(quote: { start: number; from: number; speech: boolean }, end: number, outerEnd: number): void {
    this.quoted.push({ start: quote.start, end, outer: [quote.from, outerEnd], speech: quote.speech });
  }

  // A quotation across several paragraphs has an opening mark in each and a closing mark only in the last.
  #endParagraph(): void {
    const goesOn = /^\s*(?:[[<{][^ ]+ )*“/.test(this.#source.slice(this.#at));
    const quote = this.#quotes.pop();
    if (quote && (this.#quotes.length || !(goesOn || this.#leftOpen))) throw this.#error('mark never closed');
    if (quote) this.#keep(quote, this.text.length, this.text.length);
    this.#leftOpen = false;
  }

  #error(why: string): Error {
    const before = this.#source.slice(Math.max(0, this.#at - 60), this.#at);
    return new Error(`${why}, after: …${before.replace(/\n/g, '⏎')}`);
  }
}
