// From a read source to the gold labels, in the form of the corpora: {id, quoted, attributions}. Fails loudly on
// anything a careful labeller would not leave behind.
import type { Marked, Quoted, Source, Span, Speaker } from './annotation.ts';

const STANCES =
  'states confirms denies supports opposes condemns demands warns pledges considers predicts declines'.split(' ');
const TYPES = ['person', 'organisation', 'document', 'group', 'anonymous'];
const UNKNOWN = '?';

type Named = { also: string[]; type: string };
export type Gold = {
  id: string;
  quoted: ({ id: string; start: number; end: number; speech: boolean } & Partial<Named & { speaker: string | null }>)[];
  attributions: ({ id: string; kind: string } & Pick<Marked, 'source' | 'cue' | 'content'> &
    Named & { actor: string | null; stance: string })[];
};

export function toGold(id: string, source: Source): Gold {
  const marked = [...source.attributions.values()].toSorted((a, b) => first(a) - first(b));
  checkSpeakers(source, marked);
  for (const attribution of marked) checkAttribution(source, attribution);
  const quoted = source.quoted.toSorted((a, b) => a.start - b.start);
  return {
    id,
    quoted: quoted.map((quote, i) => {
      const place = { id: `Q${i + 1}`, start: quote.start, end: quote.end, speech: quote.speech };
      if (!quote.speech) return place;
      const { name, also, type } = named(source, innermost(source, marked, quote).speaker);
      return { ...place, speaker: name, also, type };
    }),
    attributions: marked.map((attribution, i) => {
      const { name, also, type } = named(source, attribution.speaker);
      const { cue, content, stance } = attribution;
      const kind = attribution.kind ?? kindOf(source, attribution);
      return { id: `E${i + 1}`, kind, source: attribution.source, cue, content, actor: name, also, type, stance };
    }),
  };
}

const first = (attribution: Marked) => attribution.content[0]?.[0] ?? -1;
const within = ([a, b]: Span, [c, d]: Span) => a >= c && b <= d;

function named(source: Source, key: string): Named & { name: string | null } {
  return key === UNKNOWN ? { name: null, also: [], type: 'unknown' } : speakerOf(source, key);
}

function speakerOf(source: Source, key: string): Speaker {
  const speaker = source.speakers.get(key);
  if (!speaker) throw new Error(`no speaker “${key}” in the header`);
  return speaker;
}

function innermost(source: Source, marked: Marked[], quote: Quoted): Marked {
  const around = marked.flatMap((a) => a.content.filter((s) => within(quote.outer, s)).map((s) => ({ a, s })));
  const [closest] = around.toSorted((x, y) => x.s[1] - x.s[0] - (y.s[1] - y.s[0]));
  if (!closest) throw new Error(`speech outside every attribution: ${source.text.slice(quote.start, quote.end)}`);
  return closest.a;
}

// direct: every word stands between marks; mixed: some do; indirect: none.
function kindOf(source: Source, { content }: Marked): string {
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
    if (!TYPES.includes(type)) throw new Error(`type of ${name}: ${type}`);
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
  if (!STANCES.includes(stance)) throw new Error(`stance of ${id}: ${stance}`);
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
