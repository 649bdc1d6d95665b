import type { Command } from '#core/command';
import { truncateForDisplay } from '#lookup';
import { entryContains } from '#lookup/search';
import { answer, articles, noArticles, pageNumber, paragraph } from '#replies';
import { PAGE } from './options.ts';

/** `/articles`: what there is to ask about. */
export default {
  name: 'articles',
  description: 'List the articles, newest first',
  options: [
    {
      name: 'about',
      description: 'Only those that hold these words: in the title, publisher, speakers or text',
      type: 'text',
      main: true,
    },
    PAGE,
  ],
  examples: ['/articles', '/articles about:Ukraine'],
  run({ options: { about, page } }, { catalog }) {
    const entries = catalog.entries();
    if (entries.length === 0) return noArticles(catalog.loadErrors());
    const fitting = entries.filter((entry) => about === undefined || entryContains(entry, about));
    if (about !== undefined && fitting.length === 0) {
      return answer(paragraph(`No article about “${truncateForDisplay(about)}”: type /articles for all of them.`));
    }
    return articles(fitting, catalog.loadErrors(), { about, page: pageNumber(page) });
  },
} satisfies Command;
