import { MAX_UPLOADED_PAGE_BYTES } from '#core/ports';
import type { Drawings } from '../drawings/answers.ts';
import { type Element, h } from '../drawings/elements.ts';
import { drawMessage } from './message.ts';

/** Texts, pages saved from a browser, and saved mails. */
const ACCEPTED = '.txt,.md,.markdown,.html,.htm,.xhtml,.mht,.mhtml,.eml';

const EXAMPLES = ['/brief', '/quotes', '/positions', '/help'] as const;

/** The conversation: each request, and its answer as each platform draws it. */
export const chat = (): readonly Element[] => [
  h('h1.visually-hidden', 'Chat'),
  h('form.views', { ariaLabel: 'Drawings' }, [
    h('fieldset', [
      h('legend', 'Show as'),
      ...[
        ['both', 'Both'],
        ['slack', 'Slack'],
        ['discord', 'Discord'],
      ].map(([value, label]) =>
        h('label', [h('input', { type: 'radio', name: 'view', value, checked: value === 'both' }), ` ${label}`]),
      ),
    ]),
    h('fieldset', [
      h('legend', 'Colours'),
      ...[
        ['auto', 'System'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ].map(([value, label]) =>
        h('label', [h('input', { type: 'radio', name: 'theme', value, checked: value === 'auto' }), ` ${label}`]),
      ),
    ]),
  ]),
  h('div.welcome', [
    h('p', 'Ask about the articles that are loaded, drop a file here, or paste a text or a link.'),
    h('p.examples', ...EXAMPLES.map((line) => h('button', { type: 'button', dataLine: line }, line))),
  ]),
  h('ol.conversation', { ariaLabel: 'Conversation' }),
  h('form.ask', [
    h('p.status', { role: 'status' }),
    h('label', { htmlFor: 'line' }, 'Message'),
    h('div.line', [
      h('input', {
        id: 'line',
        type: 'text',
        maxLength: 1000,
        autocomplete: 'off',
        spellCheck: false,
        placeholder: '/brief',
        role: 'combobox',
        ariaExpanded: 'false',
        ariaControls: 'choices',
        ariaAutoComplete: 'list',
        ariaHasPopup: 'listbox',
      }),
      h('ul.choices', { id: 'choices', role: 'listbox', ariaLabel: 'Completions', hidden: true }),
    ]),
    h('label.file', [
      'Open a file',
      h('input', { type: 'file', accept: ACCEPTED, dataMaxBytes: MAX_UPLOADED_PAGE_BYTES }),
    ]),
    h('button.primary', { type: 'submit' }, 'Send'),
  ]),
  h('dialog.modal', { ariaLabel: 'Form' }),
  template('own', drawMessage(EMPTY, true)),
  template('post', drawMessage(EMPTY, false)),
];

const EMPTY: Drawings = { slack: [], discord: [] };

/** A template that the script copies for each message; its content is not part of the page. */
function template(id: string, content: Element): Element {
  const element = h('template', { id });
  return { ...element, content: { type: 'root', children: [content] } };
}
