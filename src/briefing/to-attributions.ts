import type { Attribution } from '#core/attribution';
import { enclosingSpan, type Span } from '#core/span';
import type { SpeakerRef } from '#core/speaker';
import { firstPart } from '#text/truncate';
import type { Unit } from './attributions/units.ts';
import type { UnresolvedAttribution } from './attributions/unresolved-attribution.ts';
import type { Reading } from './normalise.ts';
import { stanceOf } from './positions/index.ts';
import type { ChosenSources } from './quote-sources/index.ts';
import type { JudgedStance } from './stance/index.ts';
import type { Utterance } from './stance/utterance.ts';

/** The attributions with their speakers and stances, in the order of the text; spans still into the reading. */
export function toAttributions(
  reading: Reading,
  units: readonly Unit[],
  unresolved: readonly UnresolvedAttribution[],
  { sources, confidences }: Pick<ChosenSources, 'sources' | 'confidences'>,
  refs: readonly SpeakerRef[],
): Attribution[] {
  const judge = stanceJudge();
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
      ...classifyStance(reading, attribution, sentences, judge),
    };
  });
  const start = (span: Span | undefined): number => span?.start ?? 0;
  attributions.sort((a, b) => start(a.one.content[0]) - start(b.one.content[0]));
  return attributions.map(
    (
      { one: attribution, source, confidence, sentences, speaker, paragraph, stance, stanceConfidence, stanceRule },
      index,
    ) => ({
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
      stanceRule,
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
  judge: (utterance: Utterance) => JudgedStance,
): Required<Pick<Attribution, 'stance' | 'stanceConfidence' | 'stanceRule'>> {
  const words = ({ start, end }: Span): string => reading.text.slice(start, end);
  const { stance, confidence, rule } = judge({
    cue: cue ? words(cue) : '',
    source: source ? words(source) : '',
    content: content.map(words).join(' '),
    sentence: words(sentences),
    kind,
  });
  return { stance, stanceConfidence: confidence * probability, stanceRule: rule };
}

/** No stance depends on more of an utterance than this. */
const MAX_LENGTH = 2_000;

/** Judges the same words once: long texts repeat themselves. */
function stanceJudge(): (utterance: Utterance) => JudgedStance {
  const judged = new Map<string, JudgedStance>();
  return (utterance) => {
    const { cue, source, content, sentence, kind } = utterance;
    const key = [kind, cue, source, content, sentence].map((text) => firstPart(text, MAX_LENGTH)).join('\0');
    const stance = judged.get(key) ?? stanceOf(utterance);
    judged.set(key, stance);
    return stance;
  };
}
