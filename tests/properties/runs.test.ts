import { expect, test } from 'vitest';
import { brief } from '#briefing';
import { UserError } from '#core/errors';
import { readArticle } from '#library';
import { leanHtml } from '#library/html/lean';
import { readUpload } from '#library/upload';
import { webAddressesIn } from '#text/web-address';

const STORY = 'The council voted on Tuesday to close the bridge, Jo Marsh, the mayor, said at the meeting.';
const read = async (name: string, text: string) => brief(await readArticle(name, Buffer.from(text)));
const page = (head: string, body: string): string =>
  `<!doctype html><html><head><title>Bridge closes</title>${head}</head><body><article>${body}</article></body></html>`;

/** Each run made a pattern try every part of it: the time grew with the square of its length, or more. */
const RUNS: Readonly<Record<string, () => unknown>> = {
  'capitals at the start of a sentence': () => read('a.txt', `${'A'.repeat(1_000)} and no.\n\n${STORY}`),
  'capitals in a message': () => readUpload({ name: 'a.txt', content: 'A'.repeat(100_000) }),
  'an unclosed quotation of one word': () =>
    readUpload({ name: 'a.txt', content: `The mayor said “${'a'.repeat(50_000)} ${'b'.repeat(50_000)}` }),
  'marks after an address': () => webAddressesIn(`https://a.example/${'”'.repeat(40_000)}x`),
  'brackets after an address': () => webAddressesIn(`https://a.example/${')'.repeat(40_000)}`),
  'an e-mail address without an end in the field of the author': () =>
    read('a.html', page(`<meta name="author" content="${'a.'.repeat(40_000)}">`, `<p>${STORY}</p>`.repeat(3))),
  'a class name': () => read('a.html', page('', `<p class="${'wp'.repeat(1_500)}">${STORY}</p>`.repeat(3))),
  'comments that are not closed': () => read('a.html', page('', `<p>${STORY}</p>${'<!--'.repeat(50_000)}`)),
  'what is taken as a comment': () => read('a.html', page('', `<p>${STORY}</p>${'<![CDATA[a]]>'.repeat(20_000)}`)),
  'a script that is not closed': () => leanHtml(page('', `<p>${STORY}</p>${'<script '.repeat(50_000)}`)),
  'statements in one sentence': () => read('a.txt', `${STORY}\n\n${'“Hello” he said.'.repeat(6_000)}`),
  'names by the thousand': () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `Ann A${at}, Bob B${at}, Cy C${at}, and Di D${at} said.`);
    return read('a.txt', `${STORY}\n\n${names.join(' ')}`);
  },
  'spaces in TOML': () => read('a.md', `+++\ntitle = a${' '.repeat(30_000)}b\n+++\n${STORY}`),
};

test.each(Object.entries(RUNS))('%s', async (_, work) => {
  const before = process.cpuUsage();
  await Promise.resolve(work()).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
  });
  const { user, system } = process.cpuUsage(before);
  // The first case loads the models; before, each took far longer, most of them minutes.
  expect((user + system) / 1e6).toBeLessThan(5);
});
