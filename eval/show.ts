import type { AttributionRecord, Pair } from '#cli/extract-record';
import { firstPart } from '#text/truncate';
import type { Labelled } from './gold.ts';
import type { AttributionVerdict, Judgement, QuoteVerdict } from './score.ts';

const COUNTS = new Set([
  ...['stories', 'weights'],
  ...['documents', 'missing', 'spans_checked', 'spans_out_of_text', 'gold', 'system'],
  ...['quotes_with_known_speaker', 'on_matched'],
]);
const WIDTH = 34;

/** The results as text, groups indented under their names. */
export const showFigures = (figures: object): string => lines(figures, '').join('\n');

function lines(group: object, pad: string): string[] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]) => {
    const label = `${pad}${name.replaceAll('_', ' ')}`;
    if (typeof value === 'object' && value) return [label, ...lines(value, `${pad}  `)];
    return [`${label.padEnd(WIDTH)} ${showValue(name, value)}`];
  });
}

function showValue(name: string, value: unknown): string {
  if (typeof value !== 'number') return 'none labelled';
  return COUNTS.has(name) ? String(value) : `${(100 * value).toFixed(1)} %`;
}

/** One line for each missed, wrong or extra item in an article. */
export function complaints({ document, quotes, extra, attributions }: Judgement): string[] {
  return [
    ...quotes.flatMap((verdict) => quoteComplaints(verdict, document)),
    ...extra.map((span) => `${document.id} — not speech: ${snippet(document, [span])}`),
    ...(attributions?.verdicts ?? []).flatMap((verdict) => attributionComplaints(verdict, document)),
  ];
}

function quoteComplaints({ gold, found, speaker }: QuoteVerdict, document: Labelled): string[] {
  const what = [
    ...(found ? [] : ['quote missed']),
    ...(found && speaker === 'silent' ? ['no speaker'] : []),
    ...(speaker === 'wrong' ? ['wrong speaker'] : []),
  ];
  const words = snippet(document, [[gold.start, gold.end]]);
  return what.map((fault) => `${document.id} ${gold.id} ${fault}: ${versus(gold.speaker, nameOf(found))} | ${words}`);
}

function attributionComplaints({ gold, found, actor }: AttributionVerdict, document: Labelled): string[] {
  const where = `${document.id} ${gold.id}`;
  const words = (spans: readonly Pair[]) => snippet(document, spans);
  if (!found) return [`${where} ${gold.kind} missed: ${[gold.source, gold.cue, gold.content].map(words).join(' | ')}`];
  const said = `${words(gold.cue)} | ${words(gold.content)}`;
  return [
    ...(actor === 'wrong'
      ? [`${where} wrong actor: ${versus(gold.actor, nameOf(found))} | ${words(gold.content)}`]
      : []),
    ...(gold.stance && found.stance !== gold.stance
      ? [`${where} stance: ${versus(gold.stance, found.stance)} | ${said}`]
      : []),
  ];
}

const nameOf = (found: AttributionRecord | undefined): string | undefined => found?.speaker?.name;

const versus = (gold: string | null | undefined, got: string | undefined): string =>
  `gold=${gold ?? 'none'} got=${got ?? 'none'}`;

/** Characters of a line that is shown of a wrong verdict. */
const MAX_SNIPPET = 110;

const snippet = ({ text }: Labelled, spans: readonly Pair[]): string =>
  firstPart(
    spans
      .map(([start, end]) => text.slice(start, end))
      .join(' … ')
      .replace(/\s+/g, ' '),
    MAX_SNIPPET,
  );
