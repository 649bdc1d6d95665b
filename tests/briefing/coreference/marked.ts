import { resolveMentions, resolveSpeakers } from '#briefing/coreference/index';
import type { ResolvedSpeakers, SourceMention } from '#briefing/coreference/sources/source';
import { findMentions } from '#briefing/mentions/index';
import { tokenise } from '#briefing/mentions/tokens';
import { normalise, type Reading } from '#briefing/normalise';
import { type Sentence, segment } from '#briefing/segment';

/** Reads a text, one paragraph per line; a first line that begins with `# ` is the headline. */
export function read(text: string): { reading: Reading; sentences: Sentence[] } {
  const parts: { kind: 'headline' | 'paragraph'; span: { start: number; end: number } }[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const isHeadline = line[0].startsWith('# ');
    const start = line.index + (isHeadline ? 2 : 0);
    parts.push({ kind: isHeadline ? 'headline' : 'paragraph', span: { start, end: line.index + line[0].length } });
  }
  const reading = normalise({ text, parts, edits: [] });
  return { reading, sentences: segment(reading) };
}

/** Resolves the speakers of a text whose sources are in double brackets: `[[he]] said`. */
export function castOfMarked(marked: string): ResolvedSpeakers {
  const pieces = marked.split(/\[\[|\]\]/);
  const { reading, sentences } = read(pieces.join(''));
  const sources: SourceMention[] = [];
  let from = 0;
  for (let at = 1; at < pieces.length; at += 2) {
    const before = pieces.slice(0, at).join('').replace(/^# /, '').replaceAll('\n# ', '\n').replaceAll('\n', '\n\n');
    const start = reading.text.indexOf(pieces[at] ?? '', Math.max(from, before.length));
    from = start + (pieces[at]?.length ?? 0);
    sources.push({ span: { start, end: from }, content: [] });
  }
  const mentions = findMentions(tokenise(reading, sentences));
  return resolveSpeakers(resolveMentions(mentions, sentences, sources), sentences, sources);
}

/** The name of the speaker at each mark; null if unknown. */
export const namesAt = (marked: string): (string | null)[] =>
  castOfMarked(marked).refs.map((ref) => (ref.kind === 'named' ? ref.speaker.name : null));
