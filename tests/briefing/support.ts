import { resolveMentions } from '#briefing/coreference/index';
import { findMentions } from '#briefing/mentions/index';
import { tokenise } from '#briefing/mentions/tokens';
import { contextOf } from '#briefing/quote-sources/article-context';
import { chooseSources } from '#briefing/quote-sources/index';
import type { ArticlePart } from '#core/article';
import type { Span } from '#core/span';
import { findAttributions } from '../../src/briefing/attributions/index.ts';
import { unitsOf } from '../../src/briefing/attributions/units.ts';
import { normalise, type Reading } from '../../src/briefing/normalise.ts';
import { pairMarks } from '../../src/briefing/quotes/marks.ts';
import { segment } from '../../src/briefing/segment.ts';

/** Reads plain text, one part per line; `# ` marks the headline. */
export function readingOf(text: string): Reading {
  const parts: ArticlePart[] = [];
  for (const match of text.matchAll(/(# )?([^\n]+)/g)) {
    const start = match.index + (match[1]?.length ?? 0);
    parts.push({ kind: match[1] ? 'headline' : 'paragraph', span: { start, end: start + (match[2]?.length ?? 0) } });
  }
  return normalise({ text, parts, edits: [] });
}

export const textOf =
  (reading: Reading) =>
  ({ start, end }: Span): string =>
    reading.text.slice(start, end);

/** Each attribution as `kind: source | cue | content … content`, with `-` for an empty field. */
export function attributionsIn(text: string): string[] {
  const reading = readingOf(text);
  const words = textOf(reading);
  const sentences = segment(reading);
  const tokens = tokenise(reading, sentences);
  const units = unitsOf(reading, tokens, sentences, pairMarks(reading));
  const mentioned = findMentions(tokens);
  const found = findAttributions(reading, units, mentioned.mentions);
  const own = found.map(({ source, content }) => (source ? { span: source, content } : { content }));
  const { sources } = chooseSources(contextOf(reading, units, resolveMentions(mentioned, sentences, own), found));
  return found.map(({ kind, cue, content }, index) => {
    const { span, sameAs } = sources[index] ?? {};
    const source = span ? words(span) : sameAs === undefined ? '-' : '(same)';
    return `${kind}: ${source} | ${cue ? words(cue) : '-'} | ${content.map(words).join(' … ')}`;
  });
}
