/** One quotation on its own. All texts of a picture are ready to be drawn: words of the article, names, and labels. */
export interface QuoteCard {
  readonly kind: 'quote';
  /** The parts of the quotation, verbatim, marks excluded. */
  readonly words: readonly string[];
  /** A name, or a note that the speaker is unclear. */
  readonly speaker: string;
  readonly role?: string;
  /** The publisher or the article’s title, and its date. */
  readonly source: string;
}

/** A speaker with their stances. */
export interface Standing {
  readonly speaker: string;
  readonly stances: readonly string[];
}

export const CAMPS = ['against', 'between', 'for'] as const;
export type Camp = (typeof CAMPS)[number];

/** The speakers of each side: against, for or neither. */
export interface PositionMap {
  readonly kind: 'positions';
  readonly title: string;
  /** The headings of the columns. */
  readonly camps: Readonly<Record<Camp, string>>;
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
  /** The speaker with most words first. */
  readonly voices: readonly {
    readonly speaker: string;
    readonly words: number;
    /** `12 words` */
    readonly label: string;
  }[];
  /** `and 5 more`: the speakers for whom there is no room. */
  readonly more?: string;
}

/** The content of a picture, before it is drawn. */
export type Picture = QuoteCard | PositionMap | Voices;

/** Draws a picture as PNG. Resolves to undefined if it cannot be drawn: an error is logged, a missing font is not. */
export type DrawPicture = (picture: Picture) => Promise<Uint8Array | undefined>;
