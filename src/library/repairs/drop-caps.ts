import type { Article, Edit } from '#core/article';

// T he council met on Monday.
// ^ the first letter is set apart, and as large as three lines
const DROP_CAP = /^\s*["“‘']?([A-Z])[ \u00a0](\p{Ll}+)(?!\p{L})/u;
const MAX_WORD = 40;

/** Returns edits that join a drop cap to its word, if the word occurs elsewhere in the text; `A man` is unchanged. */
export const dropCapsIn = ({ text, parts }: Pick<Article, 'text' | 'parts'>): Edit[] =>
  parts.flatMap(({ kind, span }) => {
    const match = kind === 'paragraph' ? DROP_CAP.exec(text.slice(span.start, span.start + MAX_WORD)) : null;
    if (!match) return [];
    const [opening, letter, rest] = [match[0], match[1] as string, match[2] as string];
    const end = span.start + opening.length - rest.length;
    return isWord(text, letter + rest) ? [{ start: end - 1, end, replacement: '' }] : [];
  });

const isWord = (text: string, word: string): boolean => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text);
