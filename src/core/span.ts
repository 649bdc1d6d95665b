/** A half-open range of a text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The total number of code units in the spans. */
export const totalLength = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Whether `inner` is entirely inside `outer`; a span contains itself. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether the two share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The smallest span that contains all of them, or undefined if there are none. */
export function enclosingSpan(spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  if (!first) return undefined;
  let { start, end } = first;
  for (const span of spans) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  return { start, end };
}

/** Orders spans by start; of two with the same start, the longer first. */
export const comparePositions = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
