import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Briefing, Line } from '#core/briefing';
import type { Position } from '#core/position';
import type { Span } from '#core/span';
import { show, showLine } from './span-text.ts';

/**
 * A briefing as plain data, for programs. Every span comes as `{start, end, text}`: half-open offsets in
 * UTF-16 code units into the file as it stands, and the words as shown. Speakers and statements are listed
 * once and named by their `id` elsewhere. It is always the whole briefing: `keyPoints` tell by `from` with
 * which length they begin to show.
 */
export function record(briefing: Briefing) {
  const { article } = briefing;
  return {
    article: about(article),
    readingTime: briefing.readingTime,
    whatsNew: briefing.whatsNew ? line(article, briefing.whatsNew) : null,
    keyPoints: briefing.keyPoints.map((point) => ({ ...line(article, point), from: point.from })),
    speakers: briefing.speakers,
    mentioned: briefing.mentioned,
    statements: briefing.attributions.map((one) => statement(article, one)),
    quotes: briefing.quotes.map(({ id }) => id),
    positions: briefing.positions.map(position),
  };
}

/** Everything about the article but its text, which the reader of this has. */
const about = ({ id, title, subtitle, authors, published, publisher, url, language, format }: Article) => ({
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

const shown = (article: Article, { start, end }: Span) => ({ start, end, text: show(article, { start, end }) });

const line = (article: Article, one: Line) => ({ ...one.span, text: showLine(article, one) });

const statement = (article: Article, one: Attribution) => ({
  id: one.id,
  kind: one.kind,
  stance: one.stance,
  speaker: one.speaker.kind === 'named' ? one.speaker.speaker.id : null,
  confidence: one.confidence,
  paragraph: one.paragraph,
  content: one.content.map((span) => shown(article, span)),
  quoted: one.quoted.map((span) => shown(article, span)),
  cue: one.cue.map((span) => shown(article, span)),
  source: one.source.map((span) => shown(article, span)),
  sentences: shown(article, one.sentences),
  why: { rule: one.why.rule, ...shown(article, one.why.span) },
});

const position = ({ side, speaker, stance, evidence }: Position) => ({
  side,
  speaker: speaker.id,
  stance,
  evidence: evidence.map(({ id }) => id),
});
