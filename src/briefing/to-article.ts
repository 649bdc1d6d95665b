import type { Attribution } from '#core/attribution';
import type { Position } from '#core/position';
import type { ShownSentence } from '#core/shown-sentence';
import type { Reading } from './normalise.ts';
import type { Summary } from './summary/index.ts';

/** The way back from the reading to the article’s own text. */
type Mapping = Pick<Reading, 'toArticle'>;

/** The same attribution with every span taken back to the article's own text. */
export function attributionToArticle(attribution: Attribution, { toArticle }: Mapping): Attribution {
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
    ...(attribution.excerpt ? { excerpt: excerptToArticle(attribution.excerpt, { toArticle }) } : {}),
  };
}

/** The same sentence with its spans taken back to the article's own text. */
const excerptToArticle = <T extends ShownSentence>(excerpt: T, { toArticle }: Mapping): T => ({
  ...excerpt,
  span: toArticle(excerpt.span),
  cuts: excerpt.cuts.map(toArticle),
  substitutions: excerpt.substitutions.map((insert) => ({ ...insert, span: toArticle(insert.span) })),
  ...(excerpt.time ? { time: toArticle(excerpt.time) } : {}),
});

export const summaryToArticle = (
  { whatsNew, keyPoints, notYetKnown, next, readingTime }: Summary,
  reading: Mapping,
): Summary => ({
  ...(whatsNew ? { whatsNew: excerptToArticle(whatsNew, reading) } : {}),
  keyPoints: keyPoints.map((point) => excerptToArticle(point, reading)),
  ...(notYetKnown ? { notYetKnown: excerptToArticle(notYetKnown, reading) } : {}),
  ...(next ? { next: excerptToArticle(next, reading) } : {}),
  readingTime,
});

/** Positions whose evidence is the article’s attributions: the same ones, not copies of them. */
export function positionsInArticle(attributions: readonly Attribution[], reading: Mapping) {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  return (positions: readonly Position[]): readonly Position[] =>
    positions.map((position) => ({
      ...position,
      evidence: position.evidence.map((attribution) => byId.get(attribution.id) ?? attribution),
      words: excerptToArticle(position.words, reading),
    }));
}
