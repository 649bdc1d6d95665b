import type { types } from '@slack/bolt';
import { type Element, h } from '../elements.ts';

type Control = types.ActionsBlockElement | types.SectionBlockAccessory;

/** Draws a button or a menu of a message. Its payload is stored in data attributes. */
export function drawAction(element: Control, blockId = ''): Element {
  switch (element.type) {
    case 'button':
      return h(
        'button',
        {
          type: 'button',
          className: element.style === 'primary' ? ['primary'] : [],
          dataAction: element.action_id ?? '',
          dataBlock: blockId,
          dataValue: element.value ?? '',
        },
        element.text.text,
      );
    case 'static_select':
      return h(
        'select',
        { dataAction: element.action_id ?? '', dataBlock: blockId, ariaLabel: element.placeholder?.text },
        [
          h('option', { value: '' }, element.placeholder?.text ?? ''),
          ...optionsOf(element.options ?? [], element.initial_option?.value),
        ],
      );
    default:
      return h('span.not-drawn', `A control of the type “${element.type}” is not drawn here.`);
  }
}

/** The options of a select; the chosen one is marked. */
export const optionsOf = (options: readonly types.PlainTextOption[], chosen: string | undefined): readonly Element[] =>
  options.map(({ text, value }) => h('option', { value, selected: value === chosen }, text.text));
