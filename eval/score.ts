import type { AttributionRecord, Pair } from '#cli/extract-record';
import type { GoldAttribution, GoldQuote, Labelled } from './gold.ts';
import { sameName } from './names.ts';
import { isInside, likeness, overlap, pairUp, trim } from './spans.ts';

/** How a speaker was judged: `unlabelled` counts nowhere; `unknown` is one the article does not tell, and nor do we. */
export type SpeakerVerdict = 'right' | 'wrong' | 'silent' | 'invented' | 'unknown' | 'unlabelled';

export interface QuoteVerdict {
  readonly gold: GoldQuote;
  readonly found: AttributionRecord | undefined;
  readonly speaker: SpeakerVerdict;
  /** Right, and by the fullest name. */
  readonly fullName: boolean;
}

export interface AttributionVerdict {
  readonly gold: GoldAttribution;
  readonly found: AttributionRecord | undefined;
  /** Found with nearly every letter of its content. */
  readonly exact: boolean;
  readonly sourceFound: boolean;
  readonly actor: SpeakerVerdict;
}

/** Everything that was decided about one article. */
export interface Judgement {
  readonly document: Labelled;
  readonly missing: boolean;
  readonly spans: { readonly checked: number; readonly outside: number };
  readonly quotes: readonly QuoteVerdict[];
  /** Quoted spans given out. */
  readonly given: number;
  /** Those of them that are no speech by the labels. */
  readonly extra: readonly Pair[];
  /** Stretches labelled as no speech, and how many of them were taken for it. */
  readonly scare: { readonly gold: number; readonly taken: number };
  /** Absent where an article has no attributions labelled. */
  readonly attributions?: { readonly verdicts: readonly AttributionVerdict[]; readonly given: number };
}

/** Holds what was found in an article against its labels; `undefined` where nothing was handed in. */
export function judge(document: Labelled, found: readonly AttributionRecord[] | undefined): Judgement {
  const got = found ?? [];
  const spans = got.flatMap(({ content, quoted, cue, source }) => [...content, ...quoted, ...cue, ...source]);
  return {
    document,
    missing: !found,
    spans: { checked: spans.length, outside: spans.filter((span) => !isInside(span, document.text.length)).length },
    ...judgeQuotes(document, got),
    ...(document.gold.attributions?.length && { attributions: judgeAttributions(document, got) }),
  };
}

function judgeQuotes({ gold, text }: Labelled, got: readonly AttributionRecord[]) {
  const speech = gold.quoted.filter((quote) => quote.speech);
  const scare = gold.quoted.filter((quote) => !quote.speech);
  const given = got.flatMap((attribution) => attribution.quoted.map((span) => ({ span, attribution })));
  const pairs = pairUp(
    speech,
    given,
    (quote, { span }) => likeness(trim([[quote.start, quote.end]], text), trim([span], text)),
    0.8,
  );
  const used = new Set(pairs.values());
  const extra = given.filter((_, i) => !used.has(i)).map(({ span }) => span);
  const taken = pairUp(scare, extra, (quote, span) => likeness([[quote.start, quote.end]], [span]), 0.5);
  return {
    quotes: speech.map((quote, i) => quoteVerdict(quote, given[pairs.get(i) ?? -1]?.attribution)),
    given: given.length,
    extra,
    scare: { gold: scare.length, taken: taken.size },
  };
}

function quoteVerdict(gold: GoldQuote, found: AttributionRecord | undefined): QuoteVerdict {
  const { speaker: name, also, type } = gold;
  const said = found?.speaker?.name;
  const speaker = speakerVerdict(said, name, { also, type });
  return { gold, found, speaker, fullName: speaker === 'right' && !!said && !!name && sameName(said, { name, type }) };
}

function speakerVerdict(
  said: string | undefined,
  name: string | null | undefined,
  label: { readonly also: readonly string[] | undefined; readonly type: string | undefined },
): SpeakerVerdict {
  if (name === undefined) return 'unlabelled';
  if (!name) return said ? 'invented' : 'unknown';
  if (!said) return 'silent';
  return sameName(said, { name, ...label }) ? 'right' : 'wrong';
}

function judgeAttributions({ gold, text }: Labelled, got: readonly AttributionRecord[]) {
  const labelled = (gold.attributions ?? []).filter(({ content }) => content.length > 0);
  const trimmed = new Map(got.map((attribution) => [attribution, trim(attribution.content, text)]));
  const score = (g: GoldAttribution, s: AttributionRecord): number =>
    likeness(trim(g.content, text), trimmed.get(s) ?? []);
  const pairs = pairUp(labelled, got, score, 0.5);
  const verdicts = labelled.map((g, i): AttributionVerdict => {
    const found = got[pairs.get(i) ?? -1];
    // Where the article itself is the one who speaks, nobody is to be named.
    const actor = g.type === 'author' ? undefined : g.actor || undefined;
    return {
      gold: g,
      found,
      exact: !!found && score(g, found) > 0.98,
      sourceFound: !!found && overlap(g.source, found.source) > 0,
      actor: speakerVerdict(found?.speaker?.name, actor, { also: g.also, type: g.type }),
    };
  });
  return { verdicts, given: got.length };
}
