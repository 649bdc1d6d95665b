import { brief, contextOfArticle } from '#briefing';
import { chooseSources } from '#briefing/quote-sources/index';
import type { Ranked } from '#briefing/quote-sources/rank';
import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Position } from '#core/position';
import type { Span } from '#core/span';
import type { Speaker } from '#core/speaker';
import { sanitize } from '#text/sanitize';
import { truncate } from '#text/truncate';
import { onlyFile, runProgram } from './arguments.ts';
import { articleAt } from './article.ts';
import { print } from './print.ts';
import { type Underline, underlined } from './underline.ts';

const LEGEND = '^ quoted   . reported   - cue   = source';

/** Underlines every finding, with the deciding rule and the other possible speakers with their probabilities. */
export function explain(article: Article): string {
  const { attributions, speakers, positions, whatsNew } = brief(article);
  const candidates = candidatesOf(article);
  const found = attributions.flatMap((attribution) => [
    ...underlined(article.text, attribution.sentences, marksOf(attribution)).map((line) => `  ${line}`),
    ...decision(article, attribution, candidates.get(attribution.quoted[0]?.start ?? -1) ?? []).map(
      (line) => `    ${line}`,
    ),
    '',
  ]);
  return [
    sanitize(article.title),
    '',
    ...section('Said', [LEGEND, '', ...found]),
    ...section('Speakers', speakers.map(speakerLine)),
    ...section('Positions', positions.map(positionLine)),
    ...section('New', whatsNew ? underlined(article.text, whatsNew.span, []) : []),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] => [`── ${title}`, ...lines, ''];

/** All possible speakers by the start of the quotation, most likely first. */
function candidatesOf(article: Article): Map<number, readonly Ranked[]> {
  const context = contextOfArticle(article);
  const { quotations } = chooseSources(context);
  const byStart = new Map<number, readonly Ranked[]>();
  for (const { site, ranked } of quotations.values()) {
    const likeliest = ranked.toSorted((a, b) => b.probability - a.probability);
    for (const { inner } of site.attribution.quotes) byStart.set(context.reading.toArticle(inner).start, likeliest);
  }
  return byStart;
}

function marksOf({ quoted, cue, source, content }: Attribution): Underline[] {
  const all = (spans: readonly Span[], sign: string): Underline[] => spans.map((span) => ({ span, sign }));
  return [...all(quoted, '^'), ...all(cue, '-'), ...all(source, '='), ...all(content, '.')];
}

function decision({ text }: Article, attribution: Attribution, ranked: readonly Ranked[]): string[] {
  const { id, kind, stance, why, confidence } = attribution;
  const words = ({ start, end }: Span): string => sanitize(text.slice(start, end));
  return [
    `${id} ${kind}, ${stance} · ${speakerOf(attribution)}, ${percent(confidence)}`,
    `decided by: ${why.rule}, on “${truncate(words(why.span), 60)}”`,
    ...(ranked.length > 0 ? [`candidates: ${likely(ranked).join(' · ')}`] : []),
  ];
}

function speakerOf({ speaker }: Attribution): string {
  if (speaker.kind === 'named') return sanitize(speaker.speaker.name);
  const names = (speaker.candidates ?? []).map(({ name }) => sanitize(name)).join(' or ');
  return names === '' ? `unknown: ${sanitize(speaker.why)}` : `unclear: ${names}`;
}

const MAX_SHOWN = 5;
/** Less likely speakers are not listed. */
const MIN_SHOWN = 0.005;

function likely(ranked: readonly Ranked[]): string[] {
  return ranked
    .filter(({ probability }) => probability >= MIN_SHOWN)
    .slice(0, MAX_SHOWN)
    .map(({ candidate: { kind, entity }, probability }) => {
      const name = sanitize(entity?.name ?? (kind === 'none' ? 'none of these' : 'not known'));
      return `${kind === 'previous' ? `${name}, as before,` : name} ${percent(probability)}`;
    });
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function speakerLine({ name, aliases, type, role, body, side }: Speaker): string {
  const office = [role && `role ${role}`, body && `body ${body}`, side && `side ${side}`].filter(Boolean).join(', ');
  return `  ${sanitize(`${[name, ...aliases].join(' = ')} (${type}${office && `; ${office}`})`)}`;
}

const positionLine = ({ side, speaker, stance, evidence }: Position): string =>
  `  ${sanitize(`${side}: ${speaker.name} ${stance} (${evidence.map(({ id }) => id).join(', ')})`)}`;

const USAGE = `Usage: npm run -s explain -- FILE|-

Prints every finding in the article, what decided it, and the other possible speakers with their probabilities.`;

if (import.meta.main) {
  process.exitCode = await runProgram({
    usage: USAGE,
    options: {},
    takesArguments: true,
    main: async ({ positionals }) => {
      const path = onlyFile(positionals, 'Name the file to explain, or - for standard input.', USAGE);
      print(explain(await articleAt(path)));
      return 0;
    },
  });
}
