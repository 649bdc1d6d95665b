import type { Entity } from '../coreference/entity.ts';
import { FURTHER_MEN_NAMES, FURTHER_WOMEN_NAMES } from '../words/names/index.ts';
import type { Mention, MentionKind } from './mention.ts';
import type { Tokens } from './tokens.ts';
import { DET, flagsOfWord, GIVEN, MAN, NUM, PERSON, POSS, QUANT, QUOTED, TITLE, WOMAN } from './word-flags.ts';

/** A mention while it is being read: token numbers next to the spans, and still open to the phrases that follow it. */
export type MentionDraft = { -readonly [Key in keyof Mention]: Mention[Key] } & {
  from: number;
  /** Past the last token of the core. */
  to: number;
  /** Where the name's tokens begin and end; equal where there is no name. */
  nameFrom: number;
  nameTo: number;
  /** Past the last token of the span. */
  spanTo: number;
  /** The draft that stands in apposition to it, or to which it does. */
  apposed?: MentionDraft;
  /** Who it stands for, once it has been read. */
  entity?: Entity;
  /** Those it may stand for where it was chosen among several, the likeliest first. */
  links?: readonly Link[];
};

/** An entity that a mention may stand for, and how likely; none: one that no other words refer to. */
export interface Link {
  readonly entity: Entity | undefined;
  readonly probability: number;
}

/** Makes a mention of tokens `from` to `to` whose name begins at `name` (`to` where it has none). */
export function makeMention(
  tokens: Tokens,
  kind: MentionKind,
  from: number,
  to: number,
  name: number,
  head: number,
  many: boolean,
): MentionDraft {
  const { starts, ends, flags } = tokens;
  const span = { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
  const named = name < to && kind !== 'office' && kind !== 'description' && kind !== 'document';
  const made: MentionDraft = {
    kind,
    span,
    core: span,
    head: { start: starts[named ? name : head] ?? 0, end: ends[head] ?? 0 },
    number: many ? 'many' : 'one',
    animate: kind !== 'document' || from > 0,
    sentence: tokens.sentences[from] ?? 0,
    quoted: Boolean((flags[from] ?? 0) & QUOTED),
    possessive: false,
    subject: false,
    article: articleOf(tokens, from, to),
    from,
    to,
    nameFrom: named ? name : to,
    nameTo: to,
    spanTo: to,
  };
  if (named) made.name = { start: starts[name] ?? 0, end: ends[to - 1] ?? 0 };
  if (named && name > from && kind === 'name') made.role = { start: starts[from] ?? 0, end: ends[name - 1] ?? 0 };
  const gender = genderOf(tokens, made, head);
  if (gender) made.gender = gender;
  return made;
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
const POSSESSIVE_PRONOUNS: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose']);

function articleOf(tokens: Tokens, from: number, to: number): Mention['article'] {
  const word = tokens.words[from] ?? '';
  for (let at = from; at < to; at += 1) if ((tokens.flags[at] ?? 0) & POSS) return 'possessive';
  if (DEFINITE.has(word)) return 'definite';
  if (POSSESSIVE_PRONOUNS.has(word)) return 'possessive';
  return (tokens.flags[from] ?? 0) & (DET | QUANT | NUM) ? 'indefinite' : 'none';
}

/** By title, office or given name: “Mrs.”, “spokesman”, “Hillary”. */
function genderOf(tokens: Tokens, made: MentionDraft, head: number): 'man' | 'woman' | undefined {
  const { flags, words } = tokens;
  if (made.kind === 'place' || made.kind === 'organisation' || made.kind === 'document') return undefined;
  if (made.nameFrom === made.to) return genderOfFlags(flagsOfWord(words[head] ?? ''));
  for (let at = made.nameFrom - 1; at >= made.from; at -= 1) {
    const flag = flags[at] ?? 0;
    if (flag & POSS) break;
    const gender = flag & (TITLE | PERSON) ? genderOfFlags(flag & ~(flag & GIVEN ? MAN | WOMAN : 0)) : undefined;
    if (gender) return gender;
  }
  if (made.nameTo - made.nameFrom < 2) return undefined;
  const first = flags[made.nameFrom] ?? 0;
  return first & GIVEN ? genderOfFlags(first) : furtherGender(words[made.nameFrom] ?? '');
}

const furtherGender = (word: string): 'man' | 'woman' | undefined =>
  FURTHER_MEN_NAMES.has(word) ? 'man' : FURTHER_WOMEN_NAMES.has(word) ? 'woman' : undefined;

const genderOfFlags = (flag: number): 'man' | 'woman' | undefined =>
  flag & MAN && !(flag & WOMAN) ? 'man' : flag & WOMAN && !(flag & MAN) ? 'woman' : undefined;
