import { KINDS } from '#core/attribution';
import type { AttributionVerdict, Judgement, QuoteVerdict } from './score.ts';

/** Precision, recall and F1, with the counts they are computed from. */
export interface Rates {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly gold: number;
  readonly system: number;
}

/** The results for all articles. A ratio with an empty denominator is `null`. */
export function figuresOf(judgements: readonly Judgement[]) {
  const labelled = judgements.flatMap(({ attributions }) => attributions ?? []);
  const verdicts = labelled.flatMap((of) => of.verdicts);
  const stances = verdicts.filter(({ found, gold }) => found && gold.stance);
  return {
    documents: judgements.length,
    missing: judgements.filter(({ missing }) => missing).length,
    spans_checked: sum(judgements, ({ spans }) => spans.checked),
    spans_out_of_text: sum(judgements, ({ spans }) => spans.outside),
    quotes: quoteFigures(judgements),
    speakers: speakerFigures(judgements.flatMap(({ quotes }) => quotes)),
    ...(verdicts.length > 0 && {
      attributions: attributionFigures(
        verdicts,
        sum(labelled, ({ given }) => given),
      ),
    }),
    ...(stances.length > 0 && { stance: stanceFigures(stances) }),
  };
}

function quoteFigures(judgements: readonly Judgement[]) {
  const quotes = judgements.flatMap((judgement) => judgement.quotes);
  const scare = sum(judgements, (judgement) => judgement.scare.gold);
  return {
    ...rates(
      quotes.filter(({ found }) => found).length,
      quotes.length,
      sum(judgements, ({ given }) => given),
    ),
    scare_quotes_taken_for_speech: scare && sum(judgements, (judgement) => judgement.scare.taken) / scare,
  };
}

function speakerFigures(quotes: readonly QuoteVerdict[]) {
  const count = (...verdicts: string[]) => quotes.filter(({ speaker }) => verdicts.includes(speaker)).length;
  const known = count('right', 'wrong', 'silent');
  const untold = count('unknown', 'invented');
  return {
    quotes_with_known_speaker: known,
    right: share(count('right'), known),
    right_and_full_name: share(quotes.filter(({ fullName }) => fullName).length, known),
    wrong: share(count('wrong'), known),
    silent: share(count('silent'), known),
    invented_for_unknown: untold && count('invented') / untold,
  };
}

function attributionFigures(verdicts: readonly AttributionVerdict[], given: number) {
  const found = verdicts.filter((verdict) => verdict.found);
  const actors = verdicts.filter(({ actor }) => ['right', 'wrong', 'silent'].includes(actor));
  const withSource = verdicts.filter(({ gold }) => gold.source.length > 0);
  return {
    ...rates(found.length, verdicts.length, given),
    exact_recall: share(verdicts.filter(({ exact }) => exact).length, verdicts.length),
    recall_by_kind: Object.fromEntries(
      KINDS.map((kind) => {
        const ofKind = verdicts.filter(({ gold }) => gold.kind === kind);
        return [kind, share(ofKind.filter((verdict) => verdict.found).length, ofKind.length)];
      }),
    ),
    source_recall: share(withSource.filter(({ sourceFound }) => sourceFound).length, withSource.length),
    actor_right: share(actors.filter(({ actor }) => actor === 'right').length, actors.length),
    actor_wrong: share(actors.filter(({ actor }) => actor === 'wrong').length, actors.length),
  };
}

/** Computed for found attributions with a labelled stance: `macro_f1` weights each stance equally, however rare. */
function stanceFigures(verdicts: readonly AttributionVerdict[]) {
  const right = verdicts.filter(({ found, gold }) => found?.stance === gold.stance);
  const each = [...new Set(verdicts.map(({ gold }) => gold.stance))].map((stance) => {
    const gold = verdicts.filter((verdict) => verdict.gold.stance === stance).length;
    const given = verdicts.filter(({ found }) => found?.stance === stance).length;
    return rates(right.filter((verdict) => verdict.gold.stance === stance).length, gold, given).f1;
  });
  return {
    on_matched: verdicts.length,
    accuracy: right.length / verdicts.length,
    macro_f1: sum(each, (f1) => f1) / each.length,
  };
}

function rates(hits: number, gold: number, system: number): Rates {
  const p = system && hits / system;
  const r = gold && hits / gold;
  return { p, r, f1: p + r && (2 * p * r) / (p + r), gold, system };
}

const share = (part: number, whole: number): number | null => (whole ? part / whole : null);

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
