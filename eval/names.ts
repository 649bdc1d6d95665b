const TITLES = new Set(
  (
    'mr mrs ms miss dr sir dame lord lady prof professor president vice-president vice premier prime minister ' +
    'secretary senator sen rep representative congressman congresswoman gov governor mayor judge justice gen general ' +
    'col colonel maj major capt captain lt sgt rev reverend king queen prince princess ambassador chancellor chairman ' +
    'chairwoman chair director spokesman spokeswoman spokesperson'
  ).split(' '),
);
const ARTICLES = new Set(['the', 'a', 'an']);

/** The gold speaker: the fullest name, accepted alternatives, and the kind of speaker. */
export interface NameLabel {
  readonly name: string;
  readonly also?: readonly string[] | undefined;
  readonly type?: string | undefined;
}

/**
 * Returns whether a name matches one of the gold names. Case, accents, articles and leading titles are ignored; an
 * acronym matches its name; middle names of a person are optional; otherwise half of the words must match.
 */
export function sameName(found: string, { name, also = [], type }: NameLabel): boolean {
  const bare = withoutTitles(found);
  if (!bare) return false;
  return [name, ...also].some(
    (label) =>
      bare === withoutTitles(label) ||
      isAcronym(label, found) ||
      (type === 'person' ? sameEnds(bare, withoutTitles(label)) : likeness(found, label) >= 0.5),
  );
}

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ');

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/\s+/)
    .filter((word) => word && !ARTICLES.has(word));

function withoutTitles(name: string): string {
  const words = wordsOf(name);
  const first = words.findIndex((word) => !TITLES.has(word));
  return words.slice(first < 0 ? -1 : first).join(' ');
}

const isAcronym = (label: string, found: string): boolean =>
  /^[A-Z]{2,6}s?$/.test(label) && found.replace(/[^A-Z]/g, '').toLowerCase() === label.toLowerCase();

/** “Donald J. Trump” for “Donald Trump”. */
function sameEnds(a: string, b: string): boolean {
  const [x, y] = [a.split(' '), b.split(' ')];
  return x.length > 1 && y.length > 1 && x[0] === y[0] && x.at(-1) === y.at(-1);
}

/** The number of shared words relative to all words of both. */
function likeness(a: string, b: string): number {
  const [x, y] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const both = [...x].filter((word) => y.has(word)).length;
  return both && both / (x.size + y.size - both);
}
