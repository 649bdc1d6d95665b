import type { Choice, Command, Invocation } from '#core/command';
import type { Block, Reply } from '#core/reply';

/** A button as a platform draws it: all that it needs to be answered, even after a restart, is in its token. */
export interface Button {
  readonly label: string;
  /** What comes back when it is pressed; unique in its message. */
  readonly token: string;
  /** The one that most people press next. */
  readonly style?: 'primary';
}

/** A block as a platform draws it: ways on have become buttons and menus with tokens. */
export type Drawable =
  | Exclude<Block, { type: 'actions' | 'select' }>
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] }
  | {
      readonly type: 'menu';
      readonly label: string;
      readonly token: string;
      /** 1 to 25; no value longer than the platform takes. */
      readonly choices: readonly Choice[];
    };

export type DrawableType = Drawable['type'];

/** What a stretch of a message takes of what a platform allows. */
export interface Cost {
  /** Blocks or components. */
  readonly pieces: number;
  readonly characters: number;
  /** Marks of its markup: each link, each change of style, each quotation or list item. */
  readonly marks: number;
}

/** What a platform takes, as far as an answer has to be cut and coded for it. */
export interface Room {
  readonly most: Cost;
  /** Never less than what the block takes when drawn on its own. */
  readonly costOf: (block: Drawable) => Cost;
  /** Characters of a button's token, and of a value in a menu. */
  readonly token: number;
  readonly value: number;
}

/** What is drawn of an answer, beside the reply itself. */
export interface Presentation {
  readonly commands: readonly Command[];
  readonly room: Room;
  /** What was asked, so that further parts and Share can be asked for; without it there are none. */
  readonly invocation?: Invocation | undefined;
  /** Which part of a long answer, from 1. */
  readonly part?: number;
  /** Buttons beside those of the reply: `share` posts it to the channel, `form` asks for other options. */
  readonly extras?: readonly ('share' | 'form')[];
}

/**
 * An answer as one message that fits: the part asked for, cut between blocks, at the ends of sentences, between items
 * and rows, never inside a quotation; then `+3 more`, and the buttons. What fits no message at all is named with its
 * length and its paragraph.
 */
export declare function present(reply: Reply, presentation: Presentation): readonly Drawable[];
