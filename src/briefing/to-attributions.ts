import type { Attribution } from '#core/attribution';
import type { Line } from '#core/briefing';
import { cover, type Span } from '#core/span';
import type { SpeakerRef } from '#core/speaker';
import type { Found } from './attributions/attribution-span.ts';
import type { Unit } from './attributions/units.ts';
import type { SourceMention } from './coreference/source.ts';
import type { Reading } from './normalise.ts';
import { stanceOf } from './positions/index.ts';

/** What the speakers are looked up by, one for each attribution, in the same order. */
export function sourcesOf(found: readonly Found[]): SourceMention[] {
  return found.map(({ source, cue, content, sameAs }) => ({
    content,
    ...(source ? { span: source } : {}),
    ...(cue ? { cue } : {}),
    ...(sameAs === undefined ? {} : { sameAs }),
  }));
}

/** The attributions with their speakers and stances, in the order of the text; spans still into the reading. */
export function attributionsOf(
  reading: Reading,
  units: readonly Unit[],
  found: readonly Found[],
  refs: readonly SpeakerRef[],
): Attribution[] {
  const attributions = found.map((one, index) => {
    const unit = units[one.unit];
    const sentences = cover([unit?.span ?? one.content[0] ?? NOWHERE, ...one.content]) ?? NOWHERE;
    const speaker = refs[index] ?? { kind: 'unknown', why: 'nothing names the speaker' };
    return { one, sentences, speaker, paragraph: unit?.paragraph ?? 0, stance: stanceIn(reading, one, sentences) };
  });
  const start = (span: Span | undefined): number => span?.start ?? 0;
  attributions.sort((a, b) => start(a.one.content[0]) - start(b.one.content[0]));
  return attributions.map(({ one, sentences, speaker, paragraph, stance }, index) => ({
    id: `a${index + 1}`,
    kind: one.kind,
    content: one.content,
    quoted: one.quotes.map(({ inner }) => inner),
    cue: one.cue ? [one.cue] : [],
    source: one.source ? [one.source] : [],
    speaker,
    confidence: confidenceOf(one, speaker),
    stance,
    why: { rule: one.rule, span: one.cue ?? one.source ?? one.content[0] ?? sentences },
    sentences,
    paragraph,
  }));
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Roughly how often a speaker found this way is the right one. */
function confidenceOf({ cue, source }: Found, speaker: SpeakerRef): number {
  if (speaker.kind === 'unknown') return 0;
  return cue && source ? 0.92 : 0.75;
}

function stanceIn(reading: Reading, { cue, source, content, kind }: Found, sentences: Span): Attribution['stance'] {
  const words = ({ start, end }: Span): string => reading.text.slice(start, end);
  return stanceOf({
    cue: cue ? words(cue) : '',
    source: source ? words(source) : '',
    content: content.map(words).join(' '),
    sentence: words(sentences),
    kind,
  }).stance;
}

/** The same attribution with every span taken back to the article's own text. */
export function attributionInArticle(attribution: Attribution, { toArticle }: Reading): Attribution {
  const { speaker } = attribution;
  return {
    ...attribution,
    content: attribution.content.map(toArticle),
    quoted: attribution.quoted.map(toArticle),
    cue: attribution.cue.map(toArticle),
    source: attribution.source.map(toArticle),
    speaker: speaker.kind === 'named' ? { ...speaker, mention: toArticle(speaker.mention) } : speaker,
    why: { ...attribution.why, span: toArticle(attribution.why.span) },
    sentences: toArticle(attribution.sentences),
  };
}

/** The same line with its spans taken back to the article's own text. */
export const lineInArticle = <T extends Line>(line: T, { toArticle }: Reading): T => ({
  ...line,
  span: toArticle(line.span),
  inserts: line.inserts.map((insert) => ({ ...insert, span: toArticle(insert.span) })),
});
