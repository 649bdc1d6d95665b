import type { Briefing } from '#core/briefing';
import type { ShownSentence, Substitution } from '#core/shown-sentence';
import { contains, overlaps } from '#core/span';
import type { Showable } from './candidates.ts';

interface Line {
  readonly passage: Showable;
  readonly excerpt: ShownSentence;
  readonly minimumLength: Briefing['keyPoints'][number]['minimumLength'];
}

/**
 * Writes out a speaker's full name if a line has only the family name and no line above contains the full name.
 *
 * Beck said the works would cost 25 million. → [Viv Beck] said the works would cost 25 million.
 *
 * @param lines in display order; not all of them are shown for each length.
 * @param above the text above all of them.
 */
export function introduceSpeakers<One extends Line>(lines: readonly One[], above: string, text: string): One[] {
  const read = { short: above, full: above };
  return lines.map((line) => {
    const introduced = withFullNames(line, line.minimumLength === 'short' ? read.short : read.full, text);
    const shown = `${text.slice(line.excerpt.span.start, line.excerpt.span.end)} ${introduced.excerpt.substitutions.map(({ replacement }) => replacement).join(' ')}`;
    read.full += ` ${shown}`;
    if (line.minimumLength === 'short') read.short += ` ${shown}`;
    return introduced;
  });
}

function withFullNames<One extends Line>(line: One, above: string, text: string): One {
  const { excerpt, passage } = line;
  const full: Substitution[] = [];
  for (const { source, speaker } of passage.statements) {
    const [span] = source;
    if (!span || speaker.kind !== 'named' || speaker.speaker.type !== 'person') continue;
    const { name } = speaker.speaker;
    const words = text.slice(span.start, span.end);
    const isFamilyName = name !== words && name.endsWith(` ${words}`) && !/\s/.test(words);
    const isShown = contains(excerpt.span, span) && !excerpt.cuts.some((cut) => overlaps(cut, span));
    const isTaken = [...excerpt.substitutions, ...full].some((substitution) => overlaps(substitution.span, span));
    if (!isFamilyName || !isShown || isTaken || above.includes(words) || passage.text.includes(name)) continue;
    if (isTitled(text, span.start)) continue;
    full.push({ span, replacement: name });
    break;
  }
  if (full.length === 0) return line;
  const substitutions = [...excerpt.substitutions, ...full].sort((a, b) => a.span.start - b.span.start);
  return { ...line, excerpt: { ...excerpt, substitutions } };
}

/** Returns whether the preceding word is capitalized: “Mr Beck”, “President Beck”. */
const isTitled = (text: string, at: number): boolean =>
  /\p{Lu}[\p{L}.]*\s$/u.test(text.slice(Math.max(0, at - 24), at));
