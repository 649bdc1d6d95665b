import type { Article, Edit } from '#core/article';
import { turnsOf } from '#text/turns';

// JO MARSH: When will the bridge open?
// ^^^^^^^^ read as Jo Marsh, as the name stands elsewhere

/** Returns edits that convert the upper-case speaker names of a transcript to title case. */
export function turnLabelsIn({ text, parts }: Pick<Article, 'text' | 'parts'>): Edit[] {
  const paragraphs = parts.filter(({ kind }) => kind === 'paragraph');
  const turns = turnsOf(paragraphs.map(({ span }) => text.slice(span.start, Math.min(span.end, span.start + 200))));
  return (turns ?? []).flatMap((turn, at) => {
    if (!turn || /\p{Ll}/u.test(turn.label) || !turn.label.includes(' ')) return [];
    const start = (paragraphs[at]?.span.start ?? 0) + turn.labelStart;
    const replacement = turn.label.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
    return [{ start, end: start + turn.label.length, replacement }];
  });
}
