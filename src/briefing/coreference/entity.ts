import type { SpeakerType } from '#core/speaker';
import { FAMILY_FIRST } from '../words/names/index.ts';

/** A person, organisation or document of the article, updated with each mention. */
export interface Entity {
  /** The fullest name so far, or the description of those without one. */
  name: string;
  type: SpeakerType;
  /** The name's words, lower case, without suffix. */
  words: readonly string[];
  /** Every form that the article uses, except pronouns. */
  readonly forms: Set<string>;
  gender?: 'man' | 'woman';
  /** A country or union named with it. */
  side?: string;
  /** A party named with it. */
  party?: string;
  role?: string;
  /** Role and organisation in the article’s own words. */
  office?: string;
  body?: string;
  /** Whether it is described as part of a state: an official, a minister, the police. */
  official: boolean;
  /** How often it is mentioned, except by pronouns. */
  mentionCount: number;
  /** The token of its last mention so far, pronouns included. */
  lastToken: number;
  speaks: boolean;
  /** How often the article uses its full name, or a title that applies to no other entity. */
  weight: number;
  /** The single word that the article uses for it. */
  shortName?: string;
  /** Whether a given name, a title, an office or a pronoun shows that it is a person. */
  human?: boolean;
  /** Whether its name is capitalised where only proper names are. */
  isProperName?: boolean;
  /** Whether it is a country, a city or a seat of government. */
  isPlace?: boolean;
  /** Whether it is the author of the document that “the report” refers to. */
  isAuthor?: boolean;
  /** The members of a pair named together. */
  readonly members?: readonly Entity[];
}

export function makeEntity(name: string, type: SpeakerType, words: readonly string[]): Entity {
  return {
    name,
    type,
    words,
    forms: new Set(),
    official: false,
    mentionCount: 0,
    lastToken: -1,
    speaks: false,
    weight: 0,
  };
}

/** Whether this word is the family name of the person: the last word, or the first where family names come first. */
export function isFamilyName(entity: Entity, word: string): boolean {
  const { words } = entity;
  if (words.at(-1) === word) return true;
  return words[0] === word && FAMILY_FIRST.has(word);
}
