import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Position } from '#core/position';
import type { ShownSentence } from '#core/shown-sentence';
import type { Span } from '#core/span';
import { excerptText, spanText } from '#core/text/span-text';

/**
 * A briefing as plain data, for programs. Every span is `{start, end, text}`: half-open offsets in
 * UTF-16 code units into the original file, and the text as displayed. Speakers and statements are listed
 * once and referenced by `id` elsewhere. The briefing is always complete: `from` of a key point is the
 * shortest length that shows it.
 */
export function briefingJson(briefing: Briefing) {
  const { article } = briefing;
  return {
    article: metadata(article),
    readingTime: briefing.readingTime,
    whatsNew: briefing.whatsNew ? excerptJson(article, briefing.whatsNew) : null,
    keyPoints: briefing.keyPoints.map((point) => ({ ...excerptJson(article, point), from: point.minimumLength })),
    speakers: briefing.speakers,
    mentioned: briefing.mentioned,
    statements: briefing.attributions.map((attribution) => attributionJson(article, attribution)),
    quotes: briefing.quotes.map(({ id }) => id),
    positions: briefing.positions.map(positionJson),
  };
}

/** All article metadata; the text is left out, as the caller already has it. */
const metadata = ({ id, title, subtitle, authors, published, publisher, url, language, format }: Article) => ({
  id,
  title,
  subtitle,
  authors,
  published,
  publisher,
  url,
  language,
  format,
});

const spanJson = (article: Article, { start, end }: Span) => ({ start, end, text: spanText(article, { start, end }) });

const excerptJson = (article: Article, excerpt: ShownSentence) => ({
  ...excerpt.span,
  text: excerptText(article, excerpt),
});

const attributionJson = (article: Article, attribution: Attribution) => ({
  id: attribution.id,
  kind: attribution.kind,
  stance: attribution.stance,
  speaker: attribution.speaker.kind === 'named' ? attribution.speaker.speaker.id : null,
  confidence: attribution.confidence,
  paragraph: attribution.paragraph,
  content: attribution.content.map((span) => spanJson(article, span)),
  quoted: attribution.quoted.map((span) => spanJson(article, span)),
  cue: attribution.cue.map((span) => spanJson(article, span)),
  source: attribution.source.map((span) => spanJson(article, span)),
  sentences: spanJson(article, attribution.sentences),
  why: { rule: attribution.why.rule, ...spanJson(article, attribution.why.span) },
});

const positionJson = ({ side, speaker, stance, evidence }: Position) => ({
  side,
  speaker: speaker.id,
  stance,
  evidence: evidence.map(({ id }) => id),
});
