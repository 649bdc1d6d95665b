/** Maps entries of one or several words to meanings, indexed by first word. */
export type Lexicon<Meaning> = ReadonlyMap<string, readonly PhraseEntry<Meaning>[]>;

interface PhraseEntry<Meaning> {
  /** The words after the first. */
  readonly rest: readonly string[];
  readonly meaning: Meaning;
}

/**
 * Builds a lexicon from lists of comma-separated entries. The inflected forms of an entry's first word are generated:
 * `rule out` matches “ruled out”; `=` keeps an entry unchanged.
 */
export function lexicon<Meaning extends string>(lists: Readonly<Partial<Record<Meaning, string>>>): Lexicon<Meaning> {
  const entries = new Map<string, PhraseEntry<Meaning>[]>();
  for (const meaning of Object.keys(lists) as Meaning[]) {
    for (const item of (lists[meaning] ?? '').split(',')) {
      const entry = item.trim();
      const [first = '', ...rest] = entry.replace('=', '').split(/\s+/);
      for (const form of entry.startsWith('=') ? [first] : formsOf(first)) {
        const known = entries.get(form);
        if (known) known.push({ rest, meaning });
        else entries.set(form, [{ rest, meaning }]);
      }
    }
  }
  // Longest first: “plead not guilty” before “plead”.
  for (const known of entries.values()) known.sort((a, b) => b.rest.length - a.rest.length);
  return entries;
}

const EMPTY_ENTRIES: readonly never[] = [];

/** All entries that begin at a word, longest first. */
export function entriesAt<Meaning>(
  words: readonly string[],
  at: number,
  entries: Lexicon<Meaning>,
): readonly PhraseEntry<Meaning>[] {
  const known = entries.get(words[at] ?? '');
  return known ? known.filter((entry) => matchesAt(words, at, entry)) : EMPTY_ENTRIES;
}

function matchesAt(words: readonly string[], at: number, { rest }: PhraseEntry<unknown>): boolean {
  for (let i = 0; i < rest.length; i += 1) if (words[at + 1 + i] !== rest[i]) return false;
  return true;
}

/** The meaning of the longest entry that begins at a word. */
export const meaningAt = <Meaning>(
  words: readonly string[],
  at: number,
  entries: Lexicon<Meaning>,
): Meaning | undefined => entries.get(words[at] ?? '')?.find((entry) => matchesAt(words, at, entry))?.meaning;

/** A stressed last syllable doubles its consonant: `ban` banned, `commit` committed. */
const DOUBLED =
  /^(?:[^aeiou]*[aeiou][bdglmnprt]|(?:ad|com|o|per|sub)mit|compel|rebel|expel|regret|rebut|refer|concur)$/;

/** `deny` → deny, denies, denied, denying. */
function formsOf(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (/[^e]e$/.test(verb)) return [verb, third, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const stem = DOUBLED.test(verb) ? verb + verb.slice(-1) : verb;
  return [verb, third, `${verb.endsWith('ee') ? `${verb}d` : `${stem}ed`}`, `${stem}ing`];
}
