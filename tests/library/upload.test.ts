import { describe, expect, test } from 'vitest';
import { MAX_UPLOAD_BYTES } from '#core/ports';
import { readUpload } from '#library';

const STORY = 'Rain fell on Monday.\n\n“We waited,” Ann Lee said.';
const read = (content: string | Uint8Array, name = 'message.txt') => readUpload({ name, content });

test('a message is read, and a file by its ending', async () => {
  expect((await read(STORY)).parts.length).toBe(2);
  expect((await read(`# Rain at last\n\n${STORY}`, 'rain.md')).title).toBe('Rain at last');
  expect((await read(new TextEncoder().encode(`<p>${STORY}</p>`), 'rain.html')).format).toBe('html');
});

describe('what is no article is refused in words', () => {
  const LINKS = 'Links cannot be followed yet: paste the article’s text, or attach it as a file.';
  const NOTHING = 'There is no text to brief here: paste the article’s text, or attach it as a file.';
  const GERMAN = 'Der Minister sagte am Montag, dass die Regierung nicht mit den Streikenden verhandeln werde. '.repeat(
    4,
  );
  const cases: [content: string | Uint8Array, sentence: string][] = [
    ['', NOTHING],
    [' \n\u200b', NOTHING],
    ['👍 !!!', NOTHING],
    ['https://a.example/b', LINKS],
    ['<https://a.example/b|a.example>', LINKS],
    ['👉 www.a.example/b\nhttp://c.example', LINKS],
    [GERMAN, 'This article is in German'],
    [new TextEncoder().encode('%PDF-1.7 …'), 'This is a PDF'],
    ['word '.repeat(MAX_UPLOAD_BYTES / 5 + 1), 'This is too long: 200 KB at most.'],
    // Fewer characters than are allowed, but more bytes.
    ['한'.repeat(MAX_UPLOAD_BYTES / 2), 'This is too long: 200 KB at most.'],
    [new Uint8Array(MAX_UPLOAD_BYTES + 1).fill(97), 'This is too long: 200 KB at most.'],
  ];
  test.each(cases)('%.40s', async (content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence);
  });
});

test('an address in a text is no reason to refuse it', async () => {
  expect((await read(`https://a.example/b\n\n${STORY}`)).parts.length).toBeGreaterThan(1);
});

test('addresses without end do not hold it up', async () => {
  await expect(read('https://a'.repeat(20_000))).rejects.toThrow('Links cannot be followed yet');
  await expect(read(`${'https://a'.repeat(20_000)} x`)).resolves.toBeDefined();
});
