import type { Choice } from '#core/commands/choice';
import type { Block } from '#core/reply';

/** A button as a platform draws it: its token holds everything needed to answer it, even after a restart. */
export interface Button {
  readonly label: string;
  /** Returned when the button is pressed; unique within its message. */
  readonly token: string;
  /** The primary action. */
  readonly style?: 'primary';
}

/** A block as a platform draws it: actions have become buttons and menus with tokens. */
export type Drawable =
  | Exclude<Block, { type: 'actions' | 'select' }>
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] }
  | {
      readonly type: 'menu';
      readonly label: string;
      readonly token: string;
      /** 1 to 25 choices; no value is longer than the platform allows. */
      readonly choices: readonly Choice[];
      /** The selected value, if any. */
      readonly chosen?: string;
    };

export type DrawableType = Drawable['type'];

/** The share of a platform's limits that part of a message uses. */
export interface Cost {
  /** Blocks or components. */
  readonly pieces: number;
  readonly characters: number;
  /** Formatting marks: each link, style change, quotation or list item. */
  readonly marks: number;
}

/** The limits of a platform that matter for splitting and encoding an answer. */
export interface MessageBudget {
  readonly limit: Cost;
  /** Never less than the cost of the block drawn on its own. */
  readonly costOf: (block: Drawable) => Cost;
  /** Characters of a button's token, and of a value in a menu. */
  readonly token: number;
  readonly value: number;
}
