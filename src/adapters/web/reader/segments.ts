import type { Article, ArticlePart } from '#core/article';
import type { Attribution } from '#core/attribution';
import { comparePositions, contains, overlaps, type Span } from '#core/span';
import { sanitize } from '#text/sanitize';

/** A span of a part to which the same statements apply throughout. */
export interface Segment {
  readonly text: string;
  /** The statements that contain these words, shortest first. */
  readonly said: readonly Attribution[];
  /** The statements whose cue or source these words are. */
  readonly about: readonly Attribution[];
  readonly isQuoted: boolean;
  readonly isCue: boolean;
  readonly isSource: boolean;
}

type Role = 'content' | 'quoted' | 'cue' | 'source';
interface Marked {
  readonly span: Span;
  readonly role: Role;
  readonly attribution: Attribution;
}

const ROLES = ['content', 'quoted', 'cue', 'source'] as const;

const lengthOf = ({ start, end }: Span): number => end - start;

/** Splits an article at the boundaries of its statements, so that its parts can be drawn side by side. */
export function createSegmenter(
  article: Article,
  attributions: readonly Attribution[],
): (part: ArticlePart) => readonly Segment[] {
  const marked = attributions
    .flatMap((attribution) => ROLES.flatMap((role) => attribution[role].map((span) => ({ span, role, attribution }))))
    .sort((a, b) => comparePositions(a.span, b.span));
  return ({ span: part }) => {
    const inside = marked.filter(({ span }) => overlaps(span, part));
    const edits = article.edits.filter(
      (edit) => overlaps(edit, part) || (edit.start === edit.end && contains(part, edit)),
    );
    const cuts = [part, ...inside.map(({ span }) => span), ...edits].flatMap(({ start, end }) => [start, end]);
    const bounds = [...new Set(cuts)].filter((at) => at >= part.start && at <= part.end).sort((a, b) => a - b);
    const segments = bounds.slice(0, -1).map((start, index) => {
      const end = bounds[index + 1] ?? start;
      return segmentOf({ start, end }, sanitize(textOf(article.text, edits, { start, end })), inside);
    });
    return joinAlike(segments.filter(({ text }) => text !== ''));
  };
}

/** Returns the text of a span, with the edits of the file applied. */
function textOf(text: string, edits: Article['edits'], { start, end }: Span): string {
  const edit = edits.find(
    (candidate) => candidate.start <= start && end <= candidate.end && candidate.end > candidate.start,
  );
  if (edit) return edit.start === start ? edit.replacement : '';
  const inserted =
    edits.find((candidate) => candidate.start === candidate.end && candidate.start === start)?.replacement ?? '';
  return inserted + text.slice(start, end);
}

function segmentOf(span: Span, text: string, inside: readonly Marked[]): Segment {
  const here = inside.filter((marked) => contains(marked.span, span));
  const has = (role: Role): boolean => here.some((marked) => marked.role === role);
  const said = here
    .filter(({ role }) => role === 'content' || role === 'quoted')
    .sort((a, b) => lengthOf(a.span) - lengthOf(b.span))
    .map(({ attribution }) => attribution);
  const about = here.filter(({ role }) => role === 'cue' || role === 'source').map(({ attribution }) => attribution);
  return {
    text,
    said: [...new Set(said)],
    about: [...new Set(about)],
    isQuoted: has('quoted'),
    isCue: has('cue'),
    isSource: has('source'),
  };
}

/** Merges adjacent segments with the same properties. */
function joinAlike(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last && isAlike(last, segment)) joined[joined.length - 1] = { ...last, text: last.text + segment.text };
    else joined.push(segment);
  }
  return joined;
}

const isAlike = (a: Segment, b: Segment): boolean =>
  a.isQuoted === b.isQuoted &&
  a.isCue === b.isCue &&
  a.isSource === b.isSource &&
  isSame(a.said, b.said) &&
  isSame(a.about, b.about);

const isSame = (a: readonly Attribution[], b: readonly Attribution[]): boolean =>
  a.length === b.length && a.every((attribution, at) => attribution === b[at]);
