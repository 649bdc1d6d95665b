import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Extracted, extractIn, files, makeNews, STORY } from '../support/extract.ts';

let folder = '';
beforeAll(() => {
  folder = makeNews();
});
afterAll(() => rmSync(folder, { recursive: true }));

const extract = (...paths: string[]): Promise<Extracted> => extractIn(folder, paths);

describe('npm run -s extract', () => {
  test('prints one line for each article of a file and a folder, named as given, and skips labels', async () => {
    const run = await extract('./news/b.txt', 'news/b.gold.json', 'news', join(folder, 'news/deeper'));
    expect(files(run)).toEqual([
      './news/b.txt',
      'news/a.md',
      'news/b.txt',
      'news/deeper/c.TXT',
      join(folder, 'news/deeper/c.TXT'),
    ]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    // Offsets count in the original file, including byte-order mark and front matter.
    const [plain = [], markdown = [], , marked = []] = run.records.map(({ attributions }) => attributions);
    const words = plain.flatMap(({ quoted }) => quoted.map(([start, end]) => STORY.slice(start, end)));
    expect(words[0]).toMatch(/^We did it,?$/);
    expect(marked[0]?.quoted[0]?.[0]).toBe((plain[0]?.quoted[0]?.[0] ?? 0) + 1);
    expect(markdown[0]?.quoted[0]?.[0]).toBeGreaterThan(20);
  });

  test('explains what is wrong with a file in one sentence, continues, and fails at the end', async () => {
    const run = await extract('empty.txt', 'nowhere.txt', 'news/b.txt');
    expect(files(run)).toEqual(['news/b.txt']);
    expect(run.code).toBe(1);
    const sentences = run.stderr.trim().split('\n');
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toContain('empty.txt');
    expect(sentences[1]).toContain('nowhere.txt');
  });
});
