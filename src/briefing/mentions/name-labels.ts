import type { Tokens } from './tokens.ts';

/** `people` are nations, faiths and parties (“Ghanaian”, “Democrats”); `title` is the name of a work, an event, a law. */
export type NameType = 'person' | 'organisation' | 'place' | 'people' | 'title';

/** A name of the text, tokens `from` up to, not including, `to`. */
export interface TaggedName {
  readonly type: NameType;
  readonly from: number;
  readonly to: number;
}

export const NAME_TYPES: readonly NameType[] = ['person', 'organisation', 'place', 'people', 'title'];

const PARTS = ['only', 'first', 'inner', 'last'] as const;

/** What each token is: outside any name, or the only, the first, an inner or the last token of one. */
export const NAME_LABELS: readonly string[] = [
  'none',
  ...NAME_TYPES.flatMap((type) => PARTS.map((part) => `${type} ${part}`)),
];

/** The label of a token in a name of this type, `size` tokens long. */
export function labelOf(type: NameType, index: number, size: number): number {
  const part = size === 1 ? 0 : index === 0 ? 1 : index < size - 1 ? 2 : 3;
  return 1 + NAME_TYPES.indexOf(type) * PARTS.length + part;
}

/** Whether the token goes on with the name that the token before it is in. */
export function continuesName({ names }: Tokens, at: number): boolean {
  const label = names[at] ?? 0;
  return label > 0 && (label - 1) % PARTS.length > 1;
}

/** Whether a name begins with the token. */
export const beginsName = (tokens: Tokens, at: number): boolean =>
  (tokens.names[at] ?? 0) > 0 && !continuesName(tokens, at);

/** The name that covers a token. */
export function nameAt(tokens: Tokens, at: number): TaggedName | undefined {
  const type = NAME_TYPES[((tokens.names[at] ?? 0) - 1) >> 2];
  if (!type) return undefined;
  let from = at;
  while (continuesName(tokens, from)) from -= 1;
  let to = at + 1;
  while (continuesName(tokens, to)) to += 1;
  return { type, from, to };
}

/** All names, in the order of the text. */
export function namesOf(tokens: Tokens): TaggedName[] {
  const names: TaggedName[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    const name = nameAt(tokens, at);
    if (!name) continue;
    names.push(name);
    at = name.to - 1;
  }
  return names;
}
