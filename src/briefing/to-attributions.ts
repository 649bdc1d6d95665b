import type { Attribution } from '#core/attribution';
import { enclosingSpan, type Span } from '#core/span';
import type { SpeakerRef } from '#core/speaker';
import type { Unit } from './attributions/units.ts';
import type { UnresolvedAttribution } from './attributions/unresolved-attribution.ts';
import type { Reading } from './normalise.ts';
import { stanceOf } from './positions/index.ts';
import type { ChosenSources } from './quote-sources/index.ts';

/** The attributions with their speakers and stances, in the order of the text; spans still into the reading. */
export function toAttributions(
  reading: Reading,
  units: readonly Unit[],
  unresolved: readonly UnresolvedAttribution[],
  { sources, confidences }: Pick<ChosenSources, 'sources' | 'confidences'>,
  refs: readonly SpeakerRef[],
): Attribution[] {
  const attributions = unresolved.map((attribution, index) => {
    const unit = units[attribution.unitNumber];
    const sentences =
      enclosingSpan([unit?.span ?? attribution.content[0] ?? EMPTY_SPAN, ...attribution.content]) ?? EMPTY_SPAN;
    const speaker = refs[index] ?? { kind: 'unknown', why: 'nothing names the speaker' };
    return {
      one: attribution,
      source: sources[index]?.span,
      confidence: confidences[index] ?? 0,
      sentences,
      speaker,
      paragraph: unit?.paragraph ?? 0,
      ...classifyStance(reading, attribution, sentences),
    };
  });
  const start = (span: Span | undefined): number => span?.start ?? 0;
  attributions.sort((a, b) => start(a.one.content[0]) - start(b.one.content[0]));
  return attributions.map(
    ({ one: attribution, source, confidence, sentences, speaker, paragraph, stance, stanceConfidence }, index) => ({
      id: `a${index + 1}`,
      kind: attribution.kind,
      content: attribution.content,
      quoted: attribution.quotes.map(({ inner }) => inner),
      cue: attribution.cue ? [attribution.cue] : [],
      source: source ? [source] : [],
      speaker,
      confidence,
      stance,
      stanceConfidence,
      why: { rule: attribution.rule, span: attribution.cue ?? source ?? attribution.content[0] ?? sentences },
      sentences,
      paragraph,
    }),
  );
}

const EMPTY_SPAN: Span = { start: 0, end: 0 };

function classifyStance(
  reading: Reading,
  { cue, source, content, kind, probability }: UnresolvedAttribution,
  sentences: Span,
): Pick<Attribution, 'stance' | 'stanceConfidence'> {
  const words = ({ start, end }: Span): string => reading.text.slice(start, end);
  const { stance, confidence } = stanceOf({
    cue: cue ? words(cue) : '',
    source: source ? words(source) : '',
    content: content.map(words).join(' '),
    sentence: words(sentences),
    kind,
  });
  return { stance, stanceConfidence: confidence * probability };
}
