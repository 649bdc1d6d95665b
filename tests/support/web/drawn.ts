import type { Element, ElementContent, RootContent } from 'hast';

type Node = RootContent | ElementContent | string;

const BLOCKS =
  /^(?:p|div|li|ul|ol|blockquote|tr|td|th|h\d|hr|br|button|select|option|table|section|figure|figcaption|span)$/;

const isElement = (node: Node): node is Element => typeof node === 'object' && node.type === 'element';

/** The visible text of a drawing, with white space folded. */
export const wordsOf = (nodes: readonly Node[]): string => nodes.map(textOf).join(' ').replace(/\s+/g, ' ').trim();

/** The same without white space, because elements are separate on the screen but not in the text. */
export const lettersOf = (text: string): string => text.replace(/\s+/g, '');

function textOf(node: Node): string {
  if (typeof node === 'string') return node;
  if (node.type === 'text') return node.value;
  if (!isElement(node)) return '';
  const inner = node.children.map(textOf).join('');
  return BLOCKS.test(node.tagName) && node.tagName !== 'span' ? ` ${inner} ` : inner;
}

/** All elements of a drawing with one of these names. */
export const elementsOf = (nodes: readonly Node[], ...names: readonly string[]): readonly Element[] =>
  nodes
    .filter(isElement)
    .flatMap((element) => [
      ...(names.includes(element.tagName) ? [element] : []),
      ...elementsOf(element.children, ...names),
    ]);

/** The targets of the links of a drawing, in order. */
export const linksOf = (nodes: readonly Node[]): readonly string[] =>
  elementsOf(nodes, 'a').map(({ properties }) => String(properties.href));

/** The message of an error for an unsupported block. */
export const notDrawn = (nodes: readonly Node[]): readonly string[] =>
  elementsOf(nodes, 'p', 'span')
    .filter(({ properties }) => [properties.className].flat().includes('not-drawn'))
    .map((element) => wordsOf([element]));
