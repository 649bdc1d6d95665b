import type { types } from '@slack/bolt';
import { type Element, h } from '../elements.ts';
import { drawText } from './blocks.ts';
import { optionsOf } from './controls.ts';

/** Draws a form over the page, as Slack opens it. Its fields carry the IDs that are submitted with them. */
export function drawModal(view: types.ModalView): Element {
  return h(
    'form',
    { method: 'dialog', dataCallback: view.callback_id ?? '', dataMetadata: view.private_metadata ?? '' },
    [
      h('h2', view.title.text),
      ...view.blocks.map((block) => drawBlock(block as types.KnownBlock)),
      h('p.buttons', [
        h('button', { type: 'button', className: ['cancel'] }, view.close?.text ?? 'Cancel'),
        h('button', { type: 'submit', className: ['primary'] }, view.submit?.text ?? 'Submit'),
      ]),
    ],
  );
}

function drawBlock(block: types.KnownBlock): Element {
  if (block.type === 'section') return h('p', ...(block.text ? drawText(block.text) : []));
  if (block.type !== 'input') return h('p.not-drawn', `A block of the type “${block.type}” is not drawn here.`);
  const id = `${block.block_id ?? ''}-field`;
  const hintId = `${id}-hint`;
  const named = {
    id,
    dataBlock: block.block_id ?? '',
    dataAction: block.element.action_id ?? '',
    dataType: block.element.type,
    required: block.optional !== true,
    ...(block.hint ? { ariaDescribedBy: hintId } : {}),
  };
  return h('div.field', [...drawElement(block, named), block.hint ? h('p.hint', { id: hintId }, block.hint.text) : '']);
}

type Named = Readonly<Record<string, string | boolean>> & { readonly id: string };

function drawElement({ label, optional, element }: types.InputBlock, named: Named): readonly Element[] {
  const words = h('label', { htmlFor: named.id }, `${label.text}${optional === true ? ' (optional)' : ''}`);
  switch (element.type) {
    case 'static_select':
      return [
        words,
        h(
          'select',
          named,
          h('option', { value: '' }, element.placeholder?.text ?? ''),
          ...optionsOf(element.options ?? [], element.initial_option?.value),
        ),
      ];
    case 'external_select': {
      const list = `${named.id}-list`;
      return [
        words,
        h('input', {
          ...named,
          list,
          autocomplete: 'off',
          placeholder: element.placeholder?.text,
          value: element.initial_option?.value,
        }),
        h('datalist', { id: list }),
      ];
    }
    case 'plain_text_input':
      return [words, h('input', { ...named, maxLength: element.max_length, value: element.initial_value })];
    case 'conversations_select':
      return [
        words,
        h('input', { ...named, placeholder: element.placeholder?.text, value: element.initial_conversation }),
      ];
    case 'checkboxes':
      return element.options.map(({ text, value }) =>
        h('label', [
          h('input', {
            ...named,
            type: 'checkbox',
            required: false,
            value,
            checked: (element.initial_options ?? []).length > 0,
          }),
          ' ',
          text.text,
        ]),
      );
    default:
      return [h('p.not-drawn', `A field of the type “${element.type}” is not drawn here.`)];
  }
}
