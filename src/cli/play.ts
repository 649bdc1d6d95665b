import { brief } from '#briefing';
import { normalise } from '#briefing/normalise';
import { pairMarks } from '#briefing/quotes/marks';
import { segment } from '#briefing/segment';
import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import { UserError } from '#core/errors';
import type { Position } from '#core/position';
import type { ShownSentence } from '#core/shown-sentence';
import type { Span } from '#core/span';
import type { Speaker } from '#core/speaker';
import { readFileArticle } from '#library';

/** Every step of reading an article, each finding with the words it stands on: for whoever writes a rule. */
export function explain(article: Article): string {
  const reading = normalise(article);
  const briefing = brief(article);
  const { attributions, speakers, positions, mentioned } = briefing;
  const words = (span: Span) => quoted(article.text, span);
  const read = (span: Span) => words(reading.toArticle(span));
  return [
    section('Article', facts(article)),
    section(
      'Parts',
      article.parts.map(({ kind, span }) => `${kind.padEnd(11)} ${words(span)}`),
    ),
    section(
      'Sentences',
      segment(reading).map(({ span, paragraph }) => `¶${paragraph} ${read(span)}`),
    ),
    section(
      'Quotation marks',
      pairMarks(reading).map(({ inner, closed }) => `${closed ? 'closed' : 'open  '} ${read(inner)}`),
    ),
    section(
      'Attributions',
      attributions.map((one) => attribution(one, words)),
    ),
    section('Speakers', speakers.map(speaker)),
    section(
      'Mentioned',
      mentioned.map(({ name, aliases }) => [name, ...aliases].join(' = ')),
    ),
    section('Positions', positions.map(position)),
    section('Summary', summary(briefing)),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string =>
  [`── ${title} (${lines.length})`, ...lines.map((line) => `  ${line}`), ''].join('\n');

const facts = ({ format, title, subtitle, authors, published, publisher, url, language }: Article): string[] =>
  Object.entries({
    format,
    title,
    subtitle,
    authors: authors.join(', '),
    published: published && [published.at, published.zone].filter(Boolean).join(' '),
    publisher,
    url,
    language,
  }).flatMap(([name, value]) => (value ? [`${name.padEnd(11)} ${value}`] : []));

function attribution(found: Attribution, words: (span: Span) => string): string {
  const all = (spans: readonly Span[]) => spans.map(words).join(' + ') || '—';
  return [
    `${found.id} ¶${found.paragraph} ${found.kind}, ${found.stance}: ${all(found.content)}`,
    `rule     ${found.why.rule} on ${words(found.why.span)}`,
    `quoted   ${all(found.quoted)}`,
    `cue      ${all(found.cue)}`,
    `source   ${all(found.source)}`,
    `speaker  ${formatSpeaker(found, words)}`,
  ].join('\n     ');
}

const formatSpeaker = ({ speaker }: Attribution, words: (span: Span) => string): string =>
  speaker.kind === 'named' ? `${speaker.speaker.name} by ${words(speaker.mention)}` : `unknown: ${speaker.why}`;

function speaker({ id, name, aliases, type, role, body, side }: Speaker): string {
  const office = [role && `role ${role}`, body && `body ${body}`, side && `side ${side}`].filter(Boolean).join(', ');
  return `${id}: ${[name, ...aliases].join(' = ')} (${type}${office && `; ${office}`})`;
}

const position = ({ side, speaker, stance, evidence }: Position): string =>
  `${side}: ${speaker.name} ${stance} (${evidence.map(({ id }) => id).join(', ')})`;

function summary({ article, whatsNew, keyPoints, readingTime }: Briefing): string[] {
  return [
    `what’s new   ${whatsNew ? line(article, whatsNew) : '—'}`,
    ...keyPoints.map((point) => `from ${point.minimumLength.padEnd(8)}${line(article, point)}`),
    `minutes      ${readingTime}`,
  ];
}

const line = ({ text }: Article, { span, substitutions }: ShownSentence): string =>
  [quoted(text, span), ...substitutions.map((insert) => `${quoted(text, insert.span)} → [${insert.replacement}]`)].join(
    ' ',
  );

const quoted = (text: string, { start, end }: Span): string =>
  `${start}–${end} ‹${text.slice(start, end).replace(/\s+/g, ' ')}›`;

const USAGE = 'Usage: npm run -s play -- FILE';

async function main([path, ...others]: readonly string[]): Promise<number> {
  if (path === '--help') {
    console.log(USAGE);
    return 0;
  }
  if (!path || path.startsWith('-') || others.length > 0) {
    console.error(USAGE);
    return 2;
  }
  try {
    console.log(explain(await readFileArticle(path)));
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
