import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Span } from '#core/span';

/** A span as labelled corpora write it: start and end in UTF-16 code units, half-open. */
export type Pair = readonly [start: number, end: number];

/** One reported statement, in the form that evaluation reads. */
export interface AttributionRecord {
  readonly content: readonly Pair[];
  readonly quoted: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly source: readonly Pair[];
  readonly speaker: { readonly name: string; readonly type: string } | null;
  /** How likely the speaker is right; of an unclear one, the first of `unclear`. */
  readonly confidence: number;
  /** The names of those who are likely where the speaker is not clear. */
  readonly unclear: readonly string[];
  readonly stance: string;
}

/** One file's line of `extract`. */
export interface FileRecord {
  /** The path as it was given. */
  readonly file: string;
  readonly attributions: readonly AttributionRecord[];
}

/** What a briefing found, by the file's own offsets. */
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
