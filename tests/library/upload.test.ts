import { describe, expect, test } from 'vitest';
import { MAX_UPLOAD_BYTES } from '#core/ports';
import { readUpload } from '#library';

const STORY = 'Rain fell on Monday.\n\n“We waited,” Ann Lee said.';
const read = (content: string | Uint8Array, name = 'message.txt') => readUpload({ name, content });

test('reads a message, and a file by its extension', async () => {
  expect((await read(STORY)).parts.length).toBe(2);
  expect((await read(`# Rain at last\n\n${STORY}`, 'rain.md')).title).toBe('Rain at last');
  expect((await read(new TextEncoder().encode(`<p>${STORY}</p>`), 'rain.html')).format).toBe('html');
});

describe('rejects what is no article with a sentence', () => {
  const LINKS = 'There are only links here: paste the article’s text, or attach it as a file.';
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

describe('a remark is no article, regardless of punctuation', () => {
  const remarks = [
    'lol ok',
    'Thanks!',
    'See you at lunch. Bring the cake.',
    'I am not so sure that this is what the mayor wanted when the bridge was closed last week',
    'She said “no” again.',
    'ok. fine. yes. no. maybe. later.',
    'ok “sounds good” thanks',
    'lol he said "no way dude"',
    'Lunch - who is in?',
    'Bob, 5 – ok',
  ];
  test.each(remarks)('%s', async (remark) => {
    await expect(read(remark)).rejects.toThrow(
      'That is not an article: an article reports something in several sentences.',
    );
    await expect(read(new TextEncoder().encode(remark))).rejects.toThrow('That is not an article');
  });

  const reports = [
    // A one-sentence news flash.
    'SEOUL, Oct. 22 (AFN) — Upland fired a missile toward the sea on Tuesday, the Lowland military said.',
    'GENEVA — Talks on the dam ended without a deal.',
    // A copied lead of a story.
    'The harbour of Vell will stay closed until the end of May after a storm broke two of its three piers, the council of the town said on Monday.',
    'Seoul (AFN) — Talks on the dam ended without a deal.',
    'Ann Lee said the dam “will not hold” for long.',
    // Two sentences, as many items are.
    'The harbour of Vell reopened on Monday after a storm had closed it for nine days. Ships were waiting for berths.',
    STORY,
  ];
  test.each(reports)('but a very short report is one: %.50s', async (report) => {
    expect((await read(report)).parts.length).toBeGreaterThan(0);
  });
});

describe('a story without a headline is titled by its first words, not by its lead', () => {
  const LEAD = 'Lowland farmers said on Tuesday that they would sue.';
  const REST = 'Upland denied it. “We did nothing,” said Mara Lind, the minister.';
  const cases: [what: string, content: string, title: string, first?: 'headline'][] = [
    ['in paragraphs', `${LEAD}\n\n${REST}`, 'Lowland farmers said on Tuesday that they would sue'],
    ['in lines', `${LEAD}\n${REST}`, 'Lowland farmers said on Tuesday that they would sue'],
    ['in one', `${LEAD} ${REST}`, 'Lowland farmers said on Tuesday that they would sue'],
    [
      'a long one',
      `The harbour of Vell reopened on Monday after a storm had closed it for nine days, the port said.\n\n${REST}`,
      'The harbour of Vell reopened on Monday after a storm had closed it for nine…',
    ],
    ['with its headline', `Farmers to sue over dam\n\n${LEAD} ${REST}`, 'Farmers to sue over dam', 'headline'],
    [
      'with one that ends in an abbreviation',
      `Dam talks move to the U.S.\n\n${LEAD} ${REST}`,
      'Dam talks move to the U.S.',
      'headline',
    ],
  ];
  test.each(cases)('%s', async (_, content, title, first) => {
    const article = await read(content);
    expect(article.title).toBe(title);
    expect(article.parts[0]?.kind).toBe(first ?? 'paragraph');
  });
});

test('accepts a text with a URL', async () => {
  expect((await read(`https://a.example/b\n\n${STORY}`)).parts.length).toBeGreaterThan(1);
});

test('the cost of many URLs is linear', async () => {
  await expect(read('https://a'.repeat(20_000))).rejects.toThrow('There are only links here');
  await expect(read(`${'https://a'.repeat(20_000)} x`)).resolves.toBeDefined();
});
