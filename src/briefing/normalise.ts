import type { Article, PartKind } from '#core/article';
import type { Span } from '#core/span';

/** One block of the story as it reads. */
export interface ReadingPart {
  readonly kind: PartKind;
  /** Into `Reading.text`. */
  readonly span: Span;
  /** Counted from 1 over the story's paragraphs; 0 for anything that is not one. */
  readonly paragraph: number;
}

/** The story as a reader sees it: markup gone, entities decoded, white space folded, parts two line breaks apart. */
export interface Reading {
  readonly text: string;
  readonly parts: readonly ReadingPart[];
  /** Takes a span of `text` back to the words of the file it was read from. */
  toArticle(span: Span): Span;
}

const PART_SEPARATOR = '\n\n';

/**
 * What does not read as it stands: white space that folds, and characters that a reader does not see (zero-width,
 * soft hyphen, byte-order mark, bidi controls).
 */
const SPECIAL = /[^\S ]| (?=\s)|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/**
 * Makes the text that all rules read, and keeps the way back to the file.
 *
 * Nothing is put in another's place: marks and dashes stay as they were written, only white space is folded and
 * what cannot be seen is left out, so each character read is one that stands in the file (or in an edit of it).
 */
export function normalise(article: Pick<Article, 'text' | 'parts' | 'edits'>): Reading {
  const writer = new Writer(article.text);
  const parts: ReadingPart[] = [];
  let paragraph = 0;
  let edit = 0;
  for (const part of article.parts) {
    writer.gap();
    const start = writer.length;
    let at = part.span.start;
    while (edit < article.edits.length && (article.edits[edit]?.end ?? 0) <= part.span.start) edit += 1;
    for (; edit < article.edits.length; edit += 1) {
      const next = article.edits[edit];
      if (!next || next.start >= part.span.end) break;
      writer.copy(at, next.start);
      writer.replace(next.replacement, next.start, next.end);
      at = next.end;
    }
    writer.copy(at, part.span.end);
    writer.trim(start);
    if (writer.length <= start) continue;
    if (part.kind === 'paragraph') paragraph += 1;
    parts.push({
      kind: part.kind,
      span: { start, end: writer.length },
      paragraph: part.kind === 'paragraph' ? paragraph : 0,
    });
  }
  return { ...writer.finish(), parts };
}

/** Letters that stand together in both texts, or (`fixed`) letters that all came from one stretch of the file. */
interface MappedRun {
  readonly readingStart: number;
  readonly sourceStart: number;
  end: number;
  readonly fixed: boolean;
}

/** Writes the reading run by run. Pieces are joined once at the end: a growing string would cost its square. */
class Writer {
  readonly #source: string;
  readonly #pieces: string[] = [];
  readonly #runs: MappedRun[] = [];
  length = 0;
  /** Whether a space would be one too many here. */
  #spaced = true;
  #special = -1;

  constructor(source: string) {
    this.#source = source;
  }

  gap(): void {
    if (this.length === 0) return;
    this.#pieces.push(PART_SEPARATOR);
    this.length += PART_SEPARATOR.length;
    this.#spaced = true;
  }

  copy(start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      const stop = Math.min(this.#nextSpecial(at), end);
      if (this.#spaced && stop > at && this.#source[at] === ' ') at += 1;
      if (stop > at) this.#write(this.#source.slice(at, stop), at, stop, false);
      at = stop;
      if (at < end && /\s/.test(this.#source.charAt(at)) && this.#source[at] !== '\uFEFF') this.#space(at);
    }
  }

  replace(as: string, start: number, end: number): void {
    for (const piece of as.split(/(\s+)/)) {
      if (/^\s/.test(piece)) this.#space(start);
      else if (piece) this.#write(piece, start, end, true);
    }
  }

  /** Takes off a space at the end; undoes the gap where nothing was written since. */
  trim(start: number): void {
    const last = this.#pieces.at(-1);
    if (this.length > start && last?.endsWith(' ')) {
      this.#pieces[this.#pieces.length - 1] = last.slice(0, -1);
      this.length -= 1;
    } else if (this.length === start && last === PART_SEPARATOR) {
      this.#pieces.pop();
      this.length -= PART_SEPARATOR.length;
    }
  }

  finish(): Pick<Reading, 'text' | 'toArticle'> {
    const runs = this.#runs;
    const toArticle = ({ start, end }: Span): Span => {
      const first = runAt(runs, start);
      const last = runAt(runs, Math.max(start, end - 1));
      if (!first || !last) return { start: 0, end: 0 };
      const from = first.fixed
        ? first.sourceStart
        : Math.min(first.sourceStart + start - first.readingStart, first.end);
      const to = last.fixed ? last.end : Math.min(last.sourceStart + end - last.readingStart, last.end);
      return { start: from, end: Math.max(from, to) };
    };
    return { text: this.#pieces.join(''), toArticle };
  }

  /** Remembered, so that many short copies do not look through the same stretch again. */
  #nextSpecial(at: number): number {
    if (at > this.#special) {
      SPECIAL.lastIndex = at;
      this.#special = SPECIAL.exec(this.#source)?.index ?? this.#source.length;
    }
    return this.#special;
  }

  #space(at: number): void {
    if (!this.#spaced) this.#write(' ', at, at + 1, true);
  }

  #write(text: string, sourceStart: number, end: number, fixed: boolean): void {
    const last = this.#runs.at(-1);
    const joins =
      last &&
      !last.fixed &&
      !fixed &&
      last.end === sourceStart &&
      this.length - last.readingStart === sourceStart - last.sourceStart;
    // A plain article needs no more than one run a paragraph.
    if (joins) last.end = end;
    else this.#runs.push({ readingStart: this.length, sourceStart, end, fixed });
    this.#pieces.push(text);
    this.length += text.length;
    this.#spaced = text.endsWith(' ');
  }
}

/** The run that holds the letter at `at`, by halving; the last run that starts before it in a gap. */
function runAt(runs: readonly MappedRun[], at: number): MappedRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.readingStart ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}
