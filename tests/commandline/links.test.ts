import { describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import { linksOf } from '../../src/commandline/links.ts';
import { answerTo, dispatcherOf, readTestUpload, textOf } from '../support/dispatcher.ts';

const A = 'https://a.example/ferry';
const B = 'https://b.example/mayor';
const PAGES: Readonly<Record<string, string>> = {
  [A]: 'Ferry sails again\n\nThe ferry sailed on Monday. “We waited,” harbour master Ann Lee said.',
  [B]: 'Mayor speaks\n\nThe mayor spoke on Monday. “We will build it,” mayor Jo Marsh said.',
};

/** A dispatcher that reads invented pages, and the requested URLs in order. */
function dispatcherWithLinks() {
  const asked: string[] = [];
  const dispatcher = dispatcherOf([], [], {
    readLink: async (url) => {
      asked.push(url);
      const page = PAGES[url];
      if (page === undefined) throw new UserError(`${new URL(url).host} has no such page (404): check the address.`);
      return readTestUpload({ name: 'page.txt', content: page });
    },
  });
  return { dispatcher, asked };
}

describe('a link stands for an article', () => {
  test.each([
    ['with its command', `/brief ${A}`],
    ['as an option', `/brief article:${A}`],
    ['typed alone', A],
    ['typed alone, as some platforms write it', `<${A}|a.example>`],
  ])('%s', async (_, line) => {
    const { dispatcher, asked } = dispatcherWithLinks();
    expect(textOf(await answerTo(dispatcher, line))).toContain('Ferry sails again');
    expect(asked).toEqual([A]);
  });

  test('for every command that takes one, and its buttons keep it', async () => {
    const { dispatcher, asked } = dispatcherWithLinks();
    const { reply, invocation } = await dispatcher.dispatch({ kind: 'line', text: `/quotes speaker:lee article:${A}` });
    expect(textOf(reply)).toContain('“We waited”');
    await dispatcher.dispatch({
      kind: 'component',
      command: 'brief',
      options: { article: invocation?.options.article ?? '' },
    });
    expect(asked).toEqual([A]);
  });

  test('of any length', async () => {
    const { dispatcher } = dispatcherWithLinks();
    const long = `https://a.example/${'a'.repeat(1_000)}`;
    expect(textOf(await answerTo(dispatcher, `/brief ${long}`))).toBe(
      'a.example has no such page (404): check the address.',
    );
  });
});

describe('a message with links', () => {
  const read = async (content: string) => {
    const { dispatcher, asked } = dispatcherWithLinks();
    const { reply, outcome } = await dispatcher.briefUpload({ name: 'message.txt', content });
    return { text: textOf(reply), outcome, asked };
  };

  test('and a few words is about the linked articles', async () => {
    expect((await read(`Have you all seen this? ${A}`)).text).toContain('Ferry sails again');
  });

  test('with several is answered with the first, buttons for the others, and what could not be read', async () => {
    const { text, asked } = await read(`${A} ${B} https://c.example/gone`);
    expect(asked).toHaveLength(3);
    expect(text).toContain('Ferry sails again');
    expect(text).toContain('[Mayor speaks]');
    expect(text).toContain('c.example has no such page (404)');
  });

  test('without a readable one says why', async () => {
    const { text, outcome } = await read('https://c.example/gone');
    expect([text, outcome]).toEqual(['c.example has no such page (404): check the address.', 'mistake']);
  });

  test('is about the links in its text', async () => {
    const { dispatcher, asked } = dispatcherWithLinks();
    const { reply } = await dispatcher.briefUpload({ name: 'message.txt', content: 'Seen the ferry?', links: [A] });
    expect(textOf(reply)).toContain('Ferry sails again');
    expect(asked).toEqual([A]);
  });

  test('and a long text is that text', async () => {
    const { text, asked } = await read(
      `Rain at last\n\n“We waited,” Vera Quist said. ${'It fell on every field. '.repeat(12)} ${A}`,
    );
    expect(text).toContain('Rain at last');
    expect(asked).toEqual([]);
  });

  test('of ten reads five', () => {
    const links = Array.from({ length: 10 }, (_, at) => `https://a.example/${at}`);
    expect(linksOf(links.join(' '))).toHaveLength(5);
  });
});
