import type { Stance } from './attribution.ts';

/** One quotation, to be seen on its own. */
export interface QuoteCard {
  readonly kind: 'quote';
  /** The parts of the quotation as they stand in the article, marks excluded. */
  readonly words: readonly string[];
  /** Absent where it is unclear who says it. */
  readonly speaker?: string;
  readonly role?: string;
  /** The publisher or the article’s title, and its date. */
  readonly source: string;
}

/** Where a speaker stands, as far as a picture tells. */
export interface Standing {
  readonly speaker: string;
  readonly stances: readonly Stance[];
}

export const CAMPS = ['against', 'between', 'for'] as const;
export type Camp = (typeof CAMPS)[number];

/** Who stands where: the speakers of each side, against, for or neither. */
export interface PositionMap {
  readonly kind: 'positions';
  readonly title: string;
  readonly sides: readonly {
    /** Empty for speakers without a known side. */
    readonly side: string;
    readonly standings: Readonly<Record<Camp, readonly Standing[]>>;
  }[];
}

/** Who speaks how much. */
export interface Voices {
  readonly kind: 'voices';
  readonly title: string;
  /** The one with most words first. */
  readonly voices: readonly { readonly speaker: string; readonly words: number }[];
}

/** What a picture shows, before it is drawn: nothing in it but words of the article and names of ours. */
export type Picture = QuoteCard | PositionMap | Voices;
