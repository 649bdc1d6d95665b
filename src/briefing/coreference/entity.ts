import type { SpeakerType } from '#core/speaker';

/** A person, body or thing in the article while it is being read. */
export interface Entity {
  /** The fullest name so far, or the description of those without one. */
  name: string;
  type: SpeakerType;
  /** The name's words, lower case, without suffix. */
  words: readonly string[];
  /** Every form the article uses, pronouns aside. */
  readonly forms: Set<string>;
  gender?: 'man' | 'woman';
  /** A country or union named with it. */
  side?: string;
  /** A party named with it. */
  party?: string;
  role?: string;
  /** Role and body as they stand together. */
  office?: string;
  body?: string;
  /** Whether what is said of it is of a state: an official, a minister, the police. */
  official: boolean;
  /** How often it is mentioned, pronouns aside. */
  mentionCount: number;
  /** The token of its last mention so far, pronouns too. */
  lastToken: number;
  speaks: boolean;
  /** How often its full name, or a title that fits none else, stands in the article. */
  weight: number;
  /** The one word the article mostly calls it by. */
  shortName?: string;
  /** A given name, a title, an office or a pronoun showed it to be a human being. */
  human?: boolean;
  /** Its name stands where only a name has a capital. */
  isProperName?: boolean;
  /** A country, a city, a seat of power. */
  isPlace?: boolean;
  /** It wrote the paper that “the report” means. */
  isAuthor?: boolean;
  /** Those who make it up, for two who speak together. */
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
