import type { Range } from '../cue-context.ts';
import type { Draft } from '../draft.ts';
import { isQuote, type Line } from '../tokenised-unit.ts';
import type { Report, Reports } from './reports.ts';

/** What only the model finds must be likelier than this; more so with a quotation, which may well be a title. */
const MIN_LIKELY = 0.4;
const MIN_LIKELY_QUOTED = 0.6;

/**
 * What the rules find and what the model finds, each judged by the other: rules are sure of the ends of a clause, the
 * model knows many more ways to report, and which verbs report here.
 */
export function joinDrafts(line: Line, drafts: readonly Draft[], reports: Reports): Draft[] {
  const kept = drafts.map((draft): Draft => {
    const { cue } = draft;
    const twin = cue && reports.found.find((report) => meet(report.cue, cue));
    if (twin) return { ...draft, likely: twin.likely };
    return { ...draft, likely: cue ? chance(reports.strengthOf(cue)) : 1 };
  });
  const added = reports.found.flatMap((report): Draft[] =>
    report.likely >= leastFor(line, report) && isNew(line, report, drafts) ? [draftOf(line, report)] : [],
  );
  return [...kept, ...added];
}

const leastFor = (line: Line, { content }: Report): number =>
  content.some(({ from, to }) => holdsQuote(line, from, to)) ? MIN_LIKELY_QUOTED : MIN_LIKELY;

const chance = (strength: number): number => 1 / (1 + Math.exp(-strength / 10));

const meet = (one: Range, other: Range): boolean => one.from <= other.to && other.from <= one.to;

function holdsQuote(line: Line, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (isQuote(line, at)) return true;
  return false;
}

/**
 * Whether no rule has the cue or most of the content. A quotation stays with the rule that has it, and content that is
 * not attributed to a speaker (“was expected to pass”) has none.
 */
function isNew(line: Line, { cue, source, content }: Report, drafts: readonly Draft[]): boolean {
  if (content.length === 0 || !source) return false;
  const size = sizeOf(content);
  return drafts.every((draft) => {
    const { subject } = draft;
    if (draft.cue && meet(draft.cue, cue)) return false;
    if (subject && content.some((range) => range.from >= subject.from && range.to <= subject.to)) return false;
    const shared = content.flatMap((range) =>
      draft.ranges.flatMap((other) => (meet(range, other) ? [both(range, other)] : [])),
    );
    if (shared.some(({ from, to }) => holdsQuote(line, from, to))) return false;
    const joint = sizeOf(shared);
    return joint * 2 < size + sizeOf(draft.ranges) - joint;
  });
}

const both = (one: Range, other: Range): Range => ({
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
});

const sizeOf = (ranges: readonly Range[]): number => ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);

function draftOf(line: Line, { cue, source, content, likely }: Report): Draft {
  const mention = source && (line.mentionStartingAt(source.from) ?? line.mentionEndingAt(source.to));
  const subject = source && { ...source, span: line.span(source.from, source.to), ...(mention ? { mention } : {}) };
  return {
    ranges: content.map((range) => withoutThat(line, range)),
    cue,
    likely,
    rule: ruleOf(line, cue, content),
    ...(subject ? { subject } : {}),
  };
}

/** How the words lie around their cue, in the terms of the rules. */
function ruleOf(line: Line, cue: Range, content: readonly Range[]): string {
  const what = content.every(({ from, to }) => from === to && isQuote(line, from)) ? 'quotation' : 'clause';
  const before = content.some(({ to }) => to < cue.from);
  const behind = content.some(({ from }) => from > cue.to);
  return `${what} ${before && behind ? 'around' : before ? 'before' : 'behind'}`;
}

/** He said that it was late.: “that” only links. */
const withoutThat = (line: Line, { from, to }: Range): Range =>
  from < to && line.word(from) === 'that' ? { from: from + 1, to } : { from, to };
