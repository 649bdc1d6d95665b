import { type Attribution, KINDS, STANCES } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { ShownSentence } from '#core/shown-sentence';
import { comparePositions, contains, enclosingSpan, overlaps, type Span } from '#core/span';

/** The violated invariants of a briefing, one short phrase each. */
export function broken(briefing: Briefing): string[] {
  const { attributions } = briefing;
  return [
    ...attributions.flatMap((attribution) =>
      inAttribution(attribution, briefing).map((fault) => `${attribution.id}: ${fault}`),
    ),
    ...crossing(attributions.flatMap(({ quoted }) => quoted)),
    ...inOrder(attributions),
    ...inSpeakers(briefing),
    ...inPositions(briefing),
    ...inSummary(briefing),
  ];
}

const faults = (checks: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(checks).filter((fault) => !checks[fault]);

function inAttribution(attribution: Attribution, { article, speakers }: Briefing): string[] {
  const { content, quoted, cue, source, kind, speaker, why, sentences } = attribution;
  const mention = speaker.kind === 'named' ? [speaker.mention] : [];
  const spans = [...content, ...quoted, ...cue, ...source, ...mention, why.span, sentences];
  const words = enclosingSpan(content);
  return faults({
    'a span is not in the text': spans.every((span) => isInside(span, article.text)),
    'nothing is said': words !== undefined,
    'quoted words are not of what is said': quoted.every((span) => content.some((whole) => contains(whole, span))),
    'its kind and its quotation marks disagree': (kind === 'indirect') === (quoted.length === 0),
    'it is of no kind': KINDS.includes(kind),
    'it has no stance': STANCES.includes(attribution.stance),
    'it stands outside its sentences': words !== undefined && contains(sentences, words),
    'it stands in no part of the story': content.every((span) =>
      article.parts.some((part) => overlaps(part.span, span)),
    ),
    'its speaker is not among the speakers': speaker.kind !== 'named' || speakers.includes(speaker.speaker),
    'nothing says why nobody is named': speaker.kind !== 'unknown' || speaker.why !== '',
  });
}

const isInside = ({ start, end }: Span, text: string): boolean =>
  start >= 0 && start < end && end <= text.length && !cuts(text, start) && !cuts(text, end);

/** Whether a cut there would split a surrogate pair. */
const cuts = (text: string, at: number): boolean => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

/** Two quotations overlap only if one contains the other. */
function crossing(spans: readonly Span[]): string[] {
  const open: Span[] = [];
  for (const span of spans.toSorted(comparePositions)) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= span.start) open.pop();
    const outer = open.at(-1);
    if (outer && !contains(outer, span)) return [`quotations cross at ${span.start}`];
    open.push(span);
  }
  return [];
}

function inOrder(attributions: readonly Attribution[]): string[] {
  const starts = attributions.map(({ content }) => enclosingSpan(content)?.start ?? 0);
  return faults({
    'ids are not a1, a2, …': attributions.every(({ id }, i) => id === `a${i + 1}`),
    'attributions are not in the order of the text': starts.every((start, i) => start >= (starts[i - 1] ?? 0)),
  });
}

function inSpeakers({ speakers }: Briefing): string[] {
  const ids = speakers.map(({ id }) => id);
  return faults({
    'two speakers share an id': new Set(ids).size === ids.length,
    'a speaker has no name': speakers.every(({ name }) => name.trim() !== ''),
    'a name is its own alias': speakers.every(({ name, aliases }) => !aliases.includes(name)),
  });
}

function inPositions({ positions, attributions, quotes }: Briefing): string[] {
  const sides = positions.map(({ side }) => side).filter((side, i, all) => side !== all[i - 1]);
  const marked = attributions.filter(({ quoted }) => quoted.length > 0);
  const [known, shown] = [new Set(attributions), new Set(quotes)];
  return faults({
    'a side’s positions do not stand together': new Set(sides).size === sides.length,
    'a position has no evidence': positions.every(({ evidence }) => evidence.length > 0),
    'evidence is not of the article': positions.every(({ evidence }) =>
      evidence.every((attribution) => known.has(attribution)),
    ),
    'quotes are not the attributions with quotation marks':
      quotes.length === marked.length && marked.every((attribution) => shown.has(attribution)),
  });
}

function inSummary({
  article,
  whatsNew,
  keyPoints,
  notYetKnown,
  next,
  attributions,
  positions,
  readingTime,
}: Briefing): string[] {
  const outlook = [notYetKnown, next].filter((line) => line !== undefined);
  const lines: readonly ShownSentence[] = [...(whatsNew ? [whatsNew] : []), ...keyPoints, ...outlook];
  const excerpts = attributions.flatMap(({ excerpt }) => (excerpt ? [excerpt] : []));
  const all = [...lines, ...excerpts, ...positions.map(({ words }) => words)];
  const words = (line: ShownSentence): string => article.text.slice(line.span.start, line.span.end);
  return faults({
    'a line is not in the text': all.every(({ span }) => isInside(span, article.text)),
    'an insert is not in its line': all.every(({ span, substitutions }) =>
      substitutions.every((substitution) => contains(span, substitution.span)),
    ),
    'a cut is not in its line': all.every(({ span, cuts }) => cuts.every((cut) => contains(span, cut))),
    'cuts overlap or are not in order': all.every(({ cuts }) =>
      cuts.every((cut, i) => cut.start >= (cuts[i - 1]?.end ?? 0)),
    ),
    'a cut takes away what turns the meaning': [...lines, ...excerpts].every(
      (line) => negations(words(line)) === negations(kept(article.text, line)),
    ),
    'what stands before a cut waits for another word': [...lines, ...excerpts].every(({ span, cuts }) =>
      cuts.every(({ start }) => !WAITS.test(article.text.slice(span.start, start).trimEnd())),
    ),
    'a time does not stand before its line': lines.every(({ span, time }) => !time || time.end <= span.start),
    'a cut is inside a quotation': [...lines, ...excerpts].every(({ cuts }) =>
      attributions.every(({ quoted }) =>
        quoted.every((span) => cuts.every((cut) => !overlaps(span, cut) || contains(cut, span))),
      ),
    ),
    'a cut is inside a word or a number': [...lines, ...excerpts].every(({ cuts }) =>
      cuts.every(({ start, end }) => !joins(article.text, start) && !joins(article.text, end)),
    ),
    'a line is given twice': new Set(lines.map(({ span }) => span.start)).size === lines.length,
    'key points are not in order': keyPoints.every(({ span }, i) => span.start > (keyPoints[i - 1]?.span.start ?? -1)),
    'the reading time is not a number of minutes': Number.isInteger(readingTime) && readingTime >= 1,
  });
}

/** “The fever is not …” would say the opposite. */
const WAITS = /\b(?:not|never|no|without|if|unless|the|an?)$|n[’']t$/i;

const negations = (text: string): number =>
  text.match(/\b(?:not|never|no|denied|denies|if|unless|without)\b|n[’']t\b/gi)?.length ?? 0;

const joins = (text: string, at: number): boolean => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));

/** The letters of a line without its cuts. */
function kept(text: string, { span, cuts }: ShownSentence): string {
  let left = '';
  let at = span.start;
  for (const { start, end } of cuts) {
    left += `${text.slice(at, start)} `;
    at = end;
  }
  return left + text.slice(at, span.end);
}
