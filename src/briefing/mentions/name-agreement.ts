import { boundedName } from './name-bounds.ts';
import type { TokenFacts } from './name-features.ts';
import { labelOf, type NameType, namesOf, type TaggedName } from './name-labels.ts';
import { HEADLINE, SMALL } from './name-usage.ts';
import type { Tokens } from './tokens.ts';
import { CAP, NAMED_ORG, ORG, TITLE } from './word-flags.ts';

const MAX_HEADLINE_NAME = 6;

/**
 * Makes the names of an article agree: a name has the same type everywhere, a surname is its bearer’s, and a headline in
 * capitals has only names that the story has.
 */
export function agreeNames(tokens: Tokens, { allCaps, elsewhere }: TokenFacts): void {
  const names = namesOf(tokens).flatMap((name) => boundedName(tokens, name) ?? []);
  const story = names.filter(({ from }) => !((allCaps[tokens.sentences[from] ?? 0] ?? 0) & HEADLINE));
  const surnames = new Set(
    story
      .filter(({ type, from, to }) => type === 'person' && to - from > 1)
      .map(({ to }) => tokens.words[to - 1] ?? ''),
  );
  const addressed = addressedIn(tokens, story);
  for (const [index, name] of story.entries())
    if (isAddressed(tokens, name, addressed)) story[index] = { ...name, type: 'person' };
  const types = typesOf(tokens, story, surnames);
  const headlines = story.length > 0 ? namesInHeadlines(tokens, allCaps, types) : names;
  tokens.names.fill(0);
  for (const { type, from, to } of [...story, ...headlines]) {
    const agreed = types.get(wordsOf(tokens, from, to)) ?? type;
    for (let at = from; at < to; at += 1) tokens.names[at] = labelOf(agreed, at - from, to - from);
  }
  for (let at = 0; at < tokens.count; at += 1) {
    if (tokens.names[at] || !((tokens.flags[at] ?? 0) & CAP) || !surnames.has(tokens.words[at] ?? '')) continue;
    if (!((elsewhere[at] ?? 0) & SMALL)) tokens.names[at] = labelOf('person', 0, 1);
  }
}

/** Surnames that stand behind a title: “Mr Heyns”. */
const addressedIn = ({ flags, words }: Tokens, names: readonly TaggedName[]): ReadonlySet<string> =>
  new Set(
    names
      .filter(({ type, from, to }) => type === 'person' && to - from === 1 && (flags[from - 1] ?? 0) & TITLE)
      .map(({ from }) => words[from] ?? ''),
  );

/** “Christof Heyns”, where the article has “Mr Heyns”: no body bears that name. */
function isAddressed(
  { flags, words }: Tokens,
  { type, from, to }: TaggedName,
  addressed: ReadonlySet<string>,
): boolean {
  if (type !== 'organisation' || to - from < 2 || to - from > 3 || !addressed.has(words[to - 1] ?? '')) return false;
  for (let at = from; at < to; at += 1) if ((flags[at] ?? 0) & (ORG | NAMED_ORG)) return false;
  return true;
}

const wordsOf = ({ words }: Tokens, from: number, to: number): string => words.slice(from, to).join(' ');

/** For each name the type that it has most often; for a surname on its own, a person’s. */
function typesOf(tokens: Tokens, names: readonly TaggedName[], surnames: ReadonlySet<string>): Map<string, NameType> {
  const counts = new Map<string, Map<NameType, number>>();
  for (const { type, from, to } of names) {
    const words = wordsOf(tokens, from, to);
    const count = counts.get(words) ?? new Map<NameType, number>();
    counts.set(words, count.set(type, (count.get(type) ?? 0) + 1));
  }
  const types = new Map<string, NameType>();
  for (const [words, count] of counts) {
    let most: NameType | undefined;
    for (const [type, times] of count) if (most === undefined || times > (count.get(most) ?? 0)) most = type;
    // A place or nation that shares its word with a surname keeps what it mostly is.
    const isSurname = surnames.has(words) && (count.has('person') || most === 'organisation');
    if (most) types.set(words, isSurname ? 'person' : most);
  }
  for (const surname of surnames) if (!types.has(surname)) types.set(surname, 'person');
  return types;
}

/** In sentences where every word has a capital, the names that the story has, the longest first. */
function namesInHeadlines(tokens: Tokens, allCaps: Uint8Array, types: ReadonlyMap<string, NameType>): TaggedName[] {
  const names: TaggedName[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    if (!((allCaps[tokens.sentences[at] ?? 0] ?? 0) & HEADLINE)) continue;
    for (let to = Math.min(at + MAX_HEADLINE_NAME, tokens.count); to > at; to -= 1) {
      const type = types.get(wordsOf(tokens, at, to));
      if (!type) continue;
      names.push({ type, from: at, to });
      at = to - 1;
      break;
    }
  }
  return names;
}
