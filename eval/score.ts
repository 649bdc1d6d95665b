import type { AttributionRecord, Pair } from '#cli/extract-record';
import type { GoldAttribution, GoldQuote, Labelled } from './gold.ts';
import { sameName } from './names.ts';
import { isInside, likeness, overlap, pairUp, trim } from './spans.ts';

/** The verdict on a speaker: `unlabelled` is ignored; `unknown` is in neither the article nor the output. */
export type SpeakerVerdict = 'right' | 'wrong' | 'silent' | 'invented' | 'unknown' | 'unlabelled';

export interface QuoteVerdict {
  readonly gold: GoldQuote;
  readonly found: AttributionRecord | undefined;
  readonly speaker: SpeakerVerdict;
  /** Whether it is right and the fullest name. */
  readonly fullName: boolean;
}

export interface AttributionVerdict {
  readonly gold: GoldAttribution;
  readonly found: AttributionRecord | undefined;
  /** Whether it is found with nearly all letters of its content. */
  readonly exact: boolean;
  readonly sourceFound: boolean;
  readonly actor: SpeakerVerdict;
}

/** All verdicts for one article. */
export interface Judgement {
  readonly document: Labelled;
  readonly missing: boolean;
  readonly spans: { readonly checked: number; readonly outside: number };
  readonly quotes: readonly QuoteVerdict[];
  /** The number of quoted spans in the output. */
  readonly given: number;
  /** Those that are not speech according to the labels. */
  readonly extra: readonly Pair[];
  /** The number of spans labelled as no speech, and of those output as speech. */
  readonly scare: { readonly gold: number; readonly taken: number };
  /** Absent if the article has no labelled attributions. */
  readonly attributions?: { readonly verdicts: readonly AttributionVerdict[]; readonly given: number };
}

/** Compares the output for an article with its labels; `undefined` if there is no output. */
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
    // If the article itself is the speaker, no name is expected.
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
