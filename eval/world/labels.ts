// Converts a parsed source to gold labels in the format of the corpora: {id, quoted, attributions}. Throws on
// anything that a careful labeller would not leave.
import { type AttributionKind, KINDS, STANCES } from '#core/attribution';
import type { SpeakerType } from '#core/speaker';
import type { Gold, GoldAttribution, GoldQuote } from '../gold.ts';
import type { Marked, Quoted, Source, Span, Speaker } from './annotation.ts';

const TYPES: readonly SpeakerType[] = ['person', 'organisation', 'document', 'group', 'anonymous'];
const UNKNOWN = '?';

export type Labels = { id: string } & Required<Gold>;

export function labelsOf(id: string, source: Source): Labels {
  const marked = [...source.attributions.values()].toSorted((a, b) => first(a) - first(b));
  checkSpeakers(source, marked);
  for (const attribution of marked) checkAttribution(source, attribution);
  const quoted = source.quoted.toSorted((a, b) => a.start - b.start);
  return {
    id,
    quoted: quoted.map((quote, i) => quoteLabel(`Q${i + 1}`, source, marked, quote)),
    attributions: marked.map((attribution, i) => attributionLabel(`E${i + 1}`, source, attribution)),
  };
}

function quoteLabel(id: string, source: Source, marked: Marked[], { start, end, outer, speech }: Quoted): GoldQuote {
  if (!speech) return { id, start, end, speech };
  const { name, also, type } = named(source, innermost(source, marked, outer).speaker);
  return { id, start, end, speech, speaker: name, also, type };
}

function attributionLabel(id: string, from: Source, attribution: Marked): GoldAttribution {
  const { source, cue, content, stance } = attribution;
  const { name, also, type } = named(from, attribution.speaker);
  return { id, kind: kindOf(from, attribution), source, cue, content, actor: name, also, type, stance };
}

const first = (attribution: Marked) => attribution.content[0]?.[0] ?? -1;
const within = ([a, b]: Span, [c, d]: Span) => a >= c && b <= d;

function named(source: Source, key: string): Omit<Speaker, 'name'> & { name: string | null } {
  return key === UNKNOWN ? { name: null, also: [], type: 'unknown' } : speakerOf(source, key);
}

function speakerOf(source: Source, key: string): Speaker {
  const speaker = source.speakers.get(key);
  if (!speaker) throw new Error(`no speaker “${key}” in the header`);
  return speaker;
}

function innermost(source: Source, marked: Marked[], quote: Span): Marked {
  const around = marked.flatMap((a) => a.content.filter((s) => within(quote, s)).map((s) => ({ a, s })));
  const [closest] = around.toSorted((x, y) => x.s[1] - x.s[0] - (y.s[1] - y.s[0]));
  if (!closest) throw new Error(`speech outside every attribution: ${source.text.slice(...quote)}`);
  return closest.a;
}

// direct: all words are between marks; mixed: some are; indirect: none.
function kindOf(source: Source, { content, kind }: Marked): AttributionKind {
  const given = KINDS.find((known) => known === kind);
  if (given) return given;
  const inside = source.quoted.filter((quote) => content.some((span) => within(quote.outer, span)));
  if (!inside.length) return 'indirect';
  const bare = content.flatMap(([start, end]) =>
    Array.from({ length: end - start }, (_, i) => start + i).filter(
      (at) => !inside.some(({ outer }) => at >= outer[0] && at < outer[1]),
    ),
  );
  return bare.some((at) => /[\p{L}\p{N}]/u.test(source.text[at] ?? '')) ? 'mixed' : 'direct';
}

function checkSpeakers(source: Source, marked: Marked[]): void {
  for (const [key, { name, type }] of source.speakers) {
    if (!TYPES.some((known) => known === type)) throw new Error(`type of ${name}: ${type}`);
    if (!marked.some((attribution) => attribution.speaker === key)) throw new Error(`${name} says nothing`);
  }
  const text = source.text.toLowerCase();
  const words = [...source.speakers.values()].flatMap(({ name, also }) => [name, ...also]);
  const absent = words.filter((name) => !text.includes(name.toLowerCase()));
  if (absent.length) throw new Error(`not in the article: ${absent.join('; ')}`);
}

function checkAttribution({ text, quoted }: Source, attribution: Marked): void {
  const { id, speaker, stance, content, cue, source } = attribution;
  if (!speaker || !content.length) throw new Error(`attribution ${id} is never declared`);
  if (!STANCES.some((known) => known === stance)) throw new Error(`stance of ${id}: ${stance}`);
  for (const span of [...content, ...cue, ...source]) {
    const words = text.slice(...span);
    const crossed = quoted.some((q) => q.speech && span.some((at) => at > q.outer[0] && at < q.outer[1]));
    if (crossed) throw new Error(`${id} cuts into a quotation: ${words}`);
    if (words !== words.trim() || !words) throw new Error(`${id} has loose ends: “${words}”`);
    if (words.includes('\n')) throw new Error(`${id} runs over a paragraph: ${words}`);
  }
  for (const span of source) {
    if (text[span[1] - 1] === ',') throw new Error(`the comma after a source stays outside: ${text.slice(...span)}`);
  }
}
