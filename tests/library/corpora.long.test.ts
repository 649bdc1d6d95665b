import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFileArticle } from '#library';
import { NO_SHARED, shared } from '../support/shared.ts';
import { seen } from './support.ts';

interface Gold {
  readonly quoted: readonly { readonly start: number; readonly end: number }[];
  readonly attributions: readonly { readonly content: readonly (readonly [number, number])[] }[];
}

const herald = shared('articles/korea-herald-2024-10-22.txt');

describe.skipIf(!herald)(`a page of the Korea Herald (${herald ? 'read' : NO_SHARED})`, () => {
  test('is separated from boilerplate', async () => {
    const article = await readFileArticle(herald as string);
    expect(article).toMatchObject({
      title: expect.stringMatching(/^Seoul to mull .*: official$/),
      subtitle: expect.stringMatching(/^North Korea dismisses .*“rumors”$/),
      authors: ['Kim Arin'],
      published: { at: '2024-10-22T15:40' },
      publisher: 'The Korea Herald',
    });
    const parts = seen(article);
    expect(parts[2]).toMatch(/^paragraph: South Korea may mull/);
    expect(parts.filter((part) => /enters the briefing room|Link copied|By Kim Arin|Yonhap/.test(part))).toEqual([]);
  });
});

/** The corpus labels names of pictures in the markup as quotations, but they are not part of a story. */
const isNumber = (words: string) => /^\d+$/.test(words);

const folders = ['speakers-dev', 'polnear-dev', 'polnear-train'].map(
  (name) => [name, shared(`corpora/${name}`)] as const,
);

describe.each(folders)('the labelled articles of %s', (name, folder) => {
  test.skipIf(!folder)(`lose no statement (${folder ? 'read' : NO_SHARED})`, async () => {
    const counts = { quoted: 0, quotedKept: 0, content: 0, contentKept: 0, refused: 0 };
    for (const file of readdirSync(folder as string).filter((entry) => entry.endsWith('.txt'))) {
      const gold = JSON.parse(readFileSync(`${folder}/${file.replace(/txt$/, 'gold.json')}`, 'utf8')) as Gold;
      const { text, parts } = await readFileArticle(`${folder}/${file}`);
      const holds = (start: number, end: number) => parts.some(({ span }) => span.start <= start && end <= span.end);
      for (const { start, end } of gold.quoted.filter((span) => !isNumber(text.slice(span.start, span.end)))) {
        counts.quoted++;
        if (holds(start, end)) counts.quotedKept++;
      }
      for (const [start, end] of gold.attributions.flatMap(({ content }) => content)) {
        counts.content++;
        if (holds(start, end)) counts.contentKept++;
      }
    }
    console.info(
      name,
      `quoted ${counts.quotedKept}/${counts.quoted}`,
      `content ${counts.contentKept}/${counts.content}`,
    );
    expect(counts.quotedKept / counts.quoted).toBeGreaterThanOrEqual(0.997);
    expect(counts.contentKept / counts.content).toBeGreaterThanOrEqual(0.997);
  });
});
