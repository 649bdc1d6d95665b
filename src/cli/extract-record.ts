import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Span } from '#core/span';

/** A span as in labelled corpora: start and end in UTF-16 code units, half-open. */
export type Pair = readonly [start: number, end: number];

/** One reported statement, in the format of the evaluation. */
export interface AttributionRecord {
  readonly content: readonly Pair[];
  readonly quoted: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly source: readonly Pair[];
  readonly speaker: { readonly name: string; readonly type: string } | null;
  /** The probability that the speaker is right; if it is unclear, of the first of `unclear`. */
  readonly confidence: number;
  /** The names of the likely speakers if the speaker is unclear. */
  readonly unclear: readonly string[];
  readonly stance: string;
}

/** The line of `extract` for one file. */
export interface FileRecord {
  /** The path as given. */
  readonly file: string;
  readonly attributions: readonly AttributionRecord[];
}

/** Converts a briefing to a record with offsets of the original file. */
export const toFileRecord = (file: string, briefing: Briefing): FileRecord => ({
  file,
  attributions: briefing.attributions.map(toAttributionRecord),
});

const toAttributionRecord = ({
  content,
  quoted,
  cue,
  source,
  speaker,
  confidence,
  stance,
}: Attribution): AttributionRecord => ({
  content: content.map(toPair),
  quoted: quoted.map(toPair),
  cue: cue.map(toPair),
  source: source.map(toPair),
  speaker: speaker.kind === 'named' ? { name: speaker.speaker.name, type: speaker.speaker.type } : null,
  confidence: Number(confidence.toFixed(3)),
  unclear: speaker.kind === 'unknown' ? (speaker.candidates ?? []).map(({ name }) => name) : [],
  stance,
});

const toPair = ({ start, end }: Span): Pair => [start, end];
