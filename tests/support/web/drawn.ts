import type { Element, ElementContent, RootContent } from 'hast';

type Node = RootContent | ElementContent | string;

const BLOCKS =
  /^(?:p|div|li|ul|ol|blockquote|tr|td|th|h\d|hr|br|button|select|option|table|section|figure|figcaption|span)$/;

const isElement = (node: Node): node is Element => typeof node === 'object' && node.type === 'element';

/** What a person reads of a drawing, white space folded. */
export const wordsOf = (nodes: readonly Node[]): string => nodes.map(textOf).join(' ').replace(/\s+/g, ' ').trim();

/** The same without any white space: elements stand apart on the screen, not in the text. */
export const lettersOf = (text: string): string => text.replace(/\s+/g, '');

function textOf(node: Node): string {
  if (typeof node === 'string') return node;
  if (node.type === 'text') return node.value;
  if (!isElement(node)) return '';
  const inner = node.children.map(textOf).join('');
  return BLOCKS.test(node.tagName) && node.tagName !== 'span' ? ` ${inner} ` : inner;
}

/** Every element of a drawing with one of these names. */
export const elementsOf = (nodes: readonly Node[], ...names: readonly string[]): readonly Element[] =>
  nodes
    .filter(isElement)
    .flatMap((element) => [
      ...(names.includes(element.tagName) ? [element] : []),
      ...elementsOf(element.children, ...names),
    ]);

/** Where the links of a drawing lead, in their order. */
export const linksOf = (nodes: readonly Node[]): readonly string[] =>
  elementsOf(nodes, 'a').map(({ properties }) => String(properties.href));

/** What is said where something is not drawn. */
export const notDrawn = (nodes: readonly Node[]): readonly string[] =>
  elementsOf(nodes, 'p', 'span')
    .filter(({ properties }) => [properties.className].flat().includes('not-drawn'))
    .map((element) => wordsOf([element]));
