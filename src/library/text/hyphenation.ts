import type { Edit } from '#core/article';
import type { Span } from '#core/span';

// Only from the start of a word: otherwise a long word would be searched once for each of its letters.
// The govern-⏎ment has no long-⏎term plan
//           ^^ left out       ^^ a hyphen of the word itself: it is written so elsewhere, or its end is a word
const BREAK = /(?<!\p{L})(\p{L}{2,})([-\u2010\u00ad])[ \t]*\r?\n[ \t]*(\p{Ll}{2,})/gu;

/** What each break contains: a text without it is not searched with the slower pattern. */
const HYPHEN_AT_END = /[-\u2010\u00ad][ \t]*\r?\n/;

/** Words that follow a hyphen of their own. */
const WORDS = new Set(
  (
    'after age backed based born bound class driven down ever elect end face fire first foot free friendly general ' +
    'grade half hand hour in income known led level like line long made mail making mark minister minute month off old ' +
    'on out over party pound president profile proof quarter range rate related run scale side speed standing state ' +
    'step style term time to top two up vice war wage week west wide wing year years'
  ).split(' '),
);

/** Returns edits that join words broken at line ends, as in text copied from a PDF; only within the given spans. */
export function brokenWordsIn(text: string, stretches: readonly Span[]): Edit[] {
  if (!HYPHEN_AT_END.test(text)) return [];
  const breaks = [...text.matchAll(BREAK)];
  if (breaks.length === 0) return [];
  const hyphenated = new Set(text.toLowerCase().match(/(?<!\p{L})\p{L}+(?:-\p{L}+)+/gu) ?? []);
  let stretch = 0;
  return breaks.flatMap((match) => {
    const [whole, before = '', hyphen, after = ''] = match;
    const start = match.index + before.length;
    const end = match.index + whole.length - after.length;
    while ((stretches[stretch]?.end ?? Number.POSITIVE_INFINITY) < end) stretch += 1;
    if ((stretches[stretch]?.start ?? text.length) > match.index) return [];
    const keeps = hyphen !== '\u00ad' && (WORDS.has(after) || hyphenated.has(`${before}-${after}`.toLowerCase()));
    return [{ start, end, replacement: keeps ? '-' : '' }];
  });
}
