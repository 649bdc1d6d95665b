import { drawPost } from '#adapters/web/drawings/answers';
import type { Child } from '#adapters/web/drawings/elements';
import type { PreviewName } from '#adapters/web/preview';
import { createPreviews } from '#app/previews';
import { commands } from '#commands';
import { adapterContract } from '../../contracts/adapter.ts';
import { river } from '../../support/river.ts';
import { elementsOf, linksOf, wordsOf } from '../../support/web/drawn.ts';
import { apiRequest, webOf } from '../../support/web/page.ts';

const previews = createPreviews(commands);
const parse = (message: string): readonly Child[] => JSON.parse(message) as readonly Child[];

/** As a tree, followed by the raw strings, because JSON escapes control characters. */
const written = (drawn: readonly Child[]): string => `${JSON.stringify(drawn)}\n${wordsOf(drawn)}`;
const treeOf = (message: string): readonly Child[] => parse(message.split('\n')[0] ?? '[]');

const plainText = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

/** Active elements other than links and controls of ours. */
const ACTIVE = ['script', 'style', 'iframe', 'object', 'embed', 'img', 'form', 'link', 'meta', 'base', 'svg'];

for (const platform of ['slack', 'discord'] as const satisfies readonly PreviewName[]) {
  adapterContract(`the page, drawing as ${platform},`, {
    draw: (reply) => [written(drawPost(previews, reply)[platform])],
    read: (message) => wordsOf(treeOf(message)),
    live: (message) => [
      ...linksOf(treeOf(message)).filter((href) => !/^https?:/.test(href)),
      ...elementsOf(treeOf(message), ...ACTIVE).map(({ tagName }) => tagName),
    ],
    open: () => {
      const adapter = webOf([river]);
      return {
        adapter,
        ask: async (line) => {
          const answer = await adapter.fetch(apiRequest('ask', { line }));
          const { own } = (await answer.json()) as { readonly own: Readonly<Record<string, string>> };
          return plainText(own[platform] ?? '');
        },
      };
    },
  });
}
