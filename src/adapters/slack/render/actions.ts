import type { types } from '@slack/bolt';
import type { Button, Drawable } from '#chat/paginate/drawable';
import type { Choice } from '#core/commands/choice';
import { sanitize } from '#text/sanitize';
import { truncate } from '#text/truncate';
import { BUTTONS_IN_A_ROW, LIMITS } from '../limits.ts';
import { actionIdOf } from './action-ids.ts';
import { plainText } from './rich-text.ts';

type Menu = Extract<Drawable, { type: 'menu' }>;

/** The label of a button: Slack rejects an empty one. */
export const labelOf = (text: string, maxLength: number): types.PlainTextElement =>
  plainText(truncate(sanitize(text).trim(), maxLength) || '…');

/** Rows of buttons. `first` is the index of the first one in its message. */
export const buttonRows = (buttons: readonly Button[], first: number): readonly types.ActionsBlock[] =>
  Array.from({ length: Math.ceil(buttons.length / BUTTONS_IN_A_ROW) }, (_, row) => row * BUTTONS_IN_A_ROW).map(
    (start) => ({
      type: 'actions',
      elements: buttons
        .slice(start, start + BUTTONS_IN_A_ROW)
        .map((button, at) => buttonElement(button, first + start + at)),
    }),
  );

/** One button; `at` is its index in its message. */
export const buttonElement = ({ label, token, style }: Button, at: number): types.Button => ({
  type: 'button',
  text: labelOf(label, LIMITS.button),
  value: token,
  ...actionIdOf.button(at),
  ...(style === undefined ? {} : { style }),
});

/** A menu; choosing an entry sends its token with the chosen value. */
export function menuBlock({ label, token, choices }: Menu, at: number): types.ActionsBlock {
  const { action_id, block_id } = actionIdOf.menu(at, token);
  const element: types.StaticSelect = {
    type: 'static_select',
    action_id,
    placeholder: labelOf(label, LIMITS.placeholder),
    options: optionsOf(choices),
  };
  return { type: 'actions', block_id, elements: [element] };
}

/** Converts choices to Slack's options: each value once, without those that are too long. */
export const optionsOf = (choices: readonly Choice[]): types.PlainTextOption[] =>
  [...new Map(choices.map((choice) => [choice.value, choice])).values()]
    .filter(({ value }) => value !== '' && value.length <= LIMITS.optionValue)
    .slice(0, LIMITS.options)
    .map(({ label, value }) => ({ text: labelOf(label, LIMITS.option), value }));
