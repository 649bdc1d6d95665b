import { type Element, h } from '../drawings/elements.ts';

/** Shown for an unknown address, such as that of an article that was in memory before a restart. */
export const missing = (base: string): readonly Element[] => [
  h('h1', 'There is nothing here'),
  h('p', [
    'An article that was not saved is gone after a restart: drop it into the ',
    h('a', { href: `${base}/` }, 'chat'),
    ' again. All others are in the list of ',
    h('a', { href: `${base}/articles` }, 'articles'),
    '.',
  ]),
];
