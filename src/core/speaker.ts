import type { Span } from './span.ts';

export type SpeakerType = 'person' | 'organisation' | 'document' | 'group' | 'anonymous';

/** A person or body that an article attributes statements to, with every form of name it uses for them. */
export interface Speaker {
  /** Stable within a briefing: a slug of the name (`kim-tae-hyo`). */
  readonly id: string;
  /** The fullest name in the article, without titles or office; the description if there is no name. */
  readonly name: string;
  /** All other forms used for the speaker except pronouns: surname, office, description, acronym. */
  readonly aliases: readonly string[];
  readonly type: SpeakerType;
  /** `deputy national security director` */
  readonly role?: string;
  /** Role and body as the article joins them: `spokesperson for the Ministry of National Defense`. */
  readonly office?: string;
  /** The institution represented by the speaker: `presidential office`. */
  readonly body?: string;
  /** The country, camp or institution under which positions are laid out: `South Korea`. */
  readonly side?: string;
}

/** The speaker of an attribution. Unknown is a value: a guess is never shown as knowledge. */
export type SpeakerRef =
  | { readonly kind: 'named'; readonly speaker: Speaker; readonly mention: Span }
  | {
      readonly kind: 'unknown';
      readonly why: string;
      /** At most two likely candidates, the likeliest first; absent if none is likely. */
      readonly candidates?: readonly Speaker[];
    };
