import type { Span } from './span.ts';

export type SpeakerType = 'person' | 'organisation' | 'document' | 'group' | 'anonymous';

/** A person or body that an article attributes statements to, with every form of name it uses for them. */
export interface Speaker {
  /** Stable within a briefing: a slug of the name (`kim-tae-hyo`). */
  readonly id: string;
  /** The fullest name the article gives, without titles or office; the description for those without a name. */
  readonly name: string;
  /** Every other form the article uses for them, pronouns aside: surname, office, description, acronym. */
  readonly aliases: readonly string[];
  readonly type: SpeakerType;
  /** `deputy national security director` */
  readonly role?: string;
  /** Role and body as the article joins them: `spokesperson for the Ministry of National Defense`. */
  readonly office?: string;
  /** The institution they speak for: `presidential office`. */
  readonly body?: string;
  /** The country, camp or institution under which positions are laid out: `South Korea`. */
  readonly side?: string;
}

/** Whose words an attribution gives. Not knowing is a value: a guess is never shown as knowledge. */
export type SpeakerRef =
  | { readonly kind: 'named'; readonly speaker: Speaker; readonly mention: Span }
  | {
      readonly kind: 'unknown';
      readonly why: string;
      /** The likely ones, the likeliest first, at most two; absent where none is likely. */
      readonly candidates?: readonly Speaker[];
    };
