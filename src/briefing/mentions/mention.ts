import type { Span } from '#core/span';

export type MentionKind =
  | 'name'
  | 'organisation'
  | 'acronym'
  | 'place'
  | 'office'
  | 'description'
  | 'document'
  | 'pronoun'
  | 'pair';

/** Words that refer to a possible speaker. All spans point into `Reading.text`. */
export interface Mention {
  readonly kind: MentionKind;
  /** The noun phrase: determiner, title and role, name, and the “of …” or “from …” that belongs to it. */
  readonly span: Span;
  /** The same without the phrases that follow its head. */
  readonly core: Span;
  /** The last word that names it: `Kim Tae-hyo`, `director`. */
  readonly head: Span;
  /** The bare name, titles and role left off. */
  readonly name?: Span;
  /** The words before the name: `South Korean UN Ambassador`. */
  readonly role?: Span;
  /** The phrase between commas or in brackets after it: `the South Korean deputy national security director`. */
  readonly appositive?: Span;
  readonly number: 'one' | 'many';
  readonly gender?: 'man' | 'woman';
  /** Whether it can speak. */
  readonly animate: boolean;
  /** Index into the sentences. */
  readonly sentence: number;
  /** Inside quotation marks. */
  readonly quoted: boolean;
  /** `Kim’s`, `his`: it owns what follows. */
  readonly possessive: boolean;
  /** Whether it is the subject of its sentence or clause, judged by its position. */
  readonly subject: boolean;
  readonly article: 'definite' | 'indefinite' | 'possessive' | 'none';
}
