import { describe, expect, test } from 'vitest';
import type { Article, ArticlePart, Edit } from '#core/article';
import { UserError } from '#core/errors';
import { readArticle } from '#library/read';
import fc from '../support/property.ts';

/** Whether the spans are ordered, inside the text, and do not overlap. */
function areSound(spans: readonly { start: number; end: number }[], length: number): boolean {
  let at = 0;
  return spans.every(({ start, end }) => {
    const sound = start >= at && end > start && end <= length;
    at = end;
    return sound;
  });
}

function expectSound({ text, parts, edits, title, language }: Article): void {
  expect(
    areSound(
      parts.map(({ span }: ArticlePart) => span),
      text.length,
    ),
  ).toBe(true);
  expect(areSound(edits as readonly Edit[], text.length)).toBe(true);
  expect(parts.length).toBeGreaterThan(0);
  expect(title).not.toBe('');
  expect(language).toBe('en');
}

/** The article, or undefined if a UserError rejected the text; other errors are rethrown. */
async function readOrRefuse(name: string, bytes: Uint8Array): Promise<Article | undefined> {
  try {
    return await readArticle(name, bytes);
  } catch (error) {
    if (error instanceof UserError && /^[A-Z][^\n]+[.:][^\n]*$/.test(error.message)) return undefined;
    throw error;
  }
}

const NAMES = ['a.txt', 'a.md', 'a.html', 'a'];
const encode = (text: string) => new TextEncoder().encode(text);

const FRAGMENTS = [
  '<p>',
  '</p>',
  '<div class="x">',
  '</div>',
  '<br>',
  '<h1>',
  '</h1>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<title>',
  '</title>',
  '<table><tr><td>',
  '<a href="javascript:x">',
  '</a>',
  '<figure>',
  '&amp;',
  '&ldquo;',
  '&#8221;',
  '&',
  '<',
  '>',
  '---\n',
  'title: x\n',
  '# ',
  '**',
  '_',
  '[a](b)',
  '![',
  '](',
  '> ',
  '- ',
  '```\n',
  '| a |\n|---|\n',
  '“',
  '”',
  '"',
  "''",
  '(Yonhap)',
  'By Jane Doe',
  '3 May 2024',
  'Published : ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '👩‍👩‍👧',
  '\u202e',
  'é',
  '한국',
  'word ',
  'The talks went on, he said. ',
];
const hostile = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join(''));
const file = fc.constantFrom(...NAMES);

describe('no bytes at all make it throw anything but a UserError', () => {
  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.uint8Array({ maxLength: 400 }), async (name, bytes) => {
        const article = await readOrRefuse(name, bytes);
        if (article) expectSound(article);
      }),
      { numRuns: 300 },
    );
  });

  test('any text', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.string({ unit: 'grapheme', maxLength: 300 }), async (name, text) => {
        const article = await readOrRefuse(name, encode(text));
        if (article) expectSound(article);
      }),
      { numRuns: 300 },
    );
  });

  test('any malformed markup', async () => {
    await fc.assert(
      fc.asyncProperty(file, hostile, async (name, text) => {
        const article = await readOrRefuse(name, encode(text));
        if (article) expectSound(article);
      }),
      { numRuns: 600 },
    );
  });
});

test('the same bytes give the same article', async () => {
  await fc.assert(
    fc.asyncProperty(file, hostile, async (name, text) => {
      expect(await readOrRefuse(name, encode(text))).toEqual(await readOrRefuse(name, encode(text)));
    }),
    { numRuns: 100 },
  );
});

describe('large or deeply nested input is read or rejected quickly', () => {
  const MEGABYTE = 1_000_000;
  const filled = (unit: string, length = MEGABYTE) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const sizes: [string, string][] = [
    ['one line', filled('The talks went on and on, the minister said. ')],
    ['one word', filled('a')],
    ['empty lines', `${filled('\n', 50_000)}The talks ended.`],
    ['lines of one letter', filled('a\n', 200_000)],
    ['lines wrapped at a width', filled(`${'word '.repeat(13)}\n`)],
    ['white space', `a${filled(' ')}b`],
    ['quotation marks', filled('“')],
    ['straight marks', filled('" ')],
    ['less-than signs', filled('<', 50_000)],
    ['ampersands', filled('&', 50_000)],
    ['brackets', filled('[', 50_000)],
    ['stars', filled('*a_ ', 50_000)],
    ['quotation levels', filled('>', 50_000)],
    ['list levels', filled('- ', 50_000)],
    ['pictures', filled('![', 50_000)],
    ['backticks', filled('`a``b', 50_000)],
    ['boxes in boxes', filled('<div>', 100_000)],
    ['bold in bold', filled('<b>', 100_000)],
    ['tags on lines of their own', filled('<b>\n\n', 100_000)],
    ['short lines', filled('Talks end\n\n', 100_000)],
    ['open comments', filled('<!--', 100_000)],
    ['open tags', filled('<p class="', 100_000)],
    ['paragraphs', filled('<p>The talks went on.', 200_000)],
    ['line breaks', `<html>${filled('The talks <br>', 200_000)}`],
    ['byline upon byline', filled('By Jane Doe and ', 100_000)],
    ['stamp upon stamp', filled('3 May 2024 ', 100_000)],
    ['front matter', `---\ntitle: ${filled('x')}\n---\nThe talks ended.`],
    [
      'aliases in front matter',
      `---\na: &a [x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a,*a]`).join('\n')}\n---\nText.`,
    ],
    ['bidirectional marks', filled('\u202eab\u202c', 200_000)],
    ['joined emoji', filled('👩‍👩‍👧', 200_000)],
  ];
  test.each(sizes.flatMap(([label, text]) => ['a.txt', 'a.md', 'a.html'].map((name) => [label, name, text] as const)))(
    '%s in %s',
    async (_, name, text) => {
      const article = await readOrRefuse(name, encode(text).subarray(0, 1_999_999));
      if (article) expectSound(article);
    },
  );
});
