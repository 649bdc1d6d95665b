import type { Page } from './scan.ts';

/**
 * Returns the page for the extractor: with every start tag numbered (`data-n` is the element's index), and without the
 * elements that are not part of the story.
 */
export function numberedHtml({ html, elements }: Page, isDropped: readonly boolean[]): string {
  const pieces: string[] = [];
  let copied = 0;
  elements.forEach(({ name, start, end }, index) => {
    if (start < copied) return;
    if (isDropped[index]) {
      pieces.push(html.slice(copied, start));
      copied = end;
    } else {
      const at = start + 1 + name.length;
      pieces.push(html.slice(copied, at), ` data-n="${index}"`);
      copied = at;
    }
  });
  return [...pieces, html.slice(copied)].join('');
}
