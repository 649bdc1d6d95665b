import type { Choice } from '#core/commands/choice';
import type { Block } from '#core/reply';

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
      /** The value of the one that has been chosen, where one has. */
      readonly chosen?: string;
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
export interface MessageBudget {
  readonly limit: Cost;
  /** Never less than what the block takes when drawn on its own. */
  readonly costOf: (block: Drawable) => Cost;
  /** Characters of a button's token, and of a value in a menu. */
  readonly token: number;
  readonly value: number;
}
