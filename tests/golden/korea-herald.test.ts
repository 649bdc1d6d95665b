import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import { overlaps } from '#core/span';
import { readFileArticle } from '#library';
import { NO_SHARED, shared } from '../support/shared.ts';
import { attributionFor, faults } from './compare.ts';
import { expectedRows } from './expected.ts';

const file = shared('articles/korea-herald-2024-10-22.txt');
const table = shared('articles/korea-herald-2024-10-22.expected.md');

if (!file || !table) test(`Korea Herald, row for row (${NO_SHARED})`, ({ skip }) => skip(NO_SHARED));
else await koreaHerald(file, table);

async function koreaHerald(file: string, table: string): Promise<void> {
  const article = await readFileArticle(file);
  const briefing = brief(article);
  const rows = expectedRows(readFileSync(table, 'utf8'), article.text);
  const { attributions, speakers } = briefing;

  describe('who says what in the Korea Herald, row for row', () => {
    // One test for all rows, so that a failure lists all rows that differ.
    test('every row is found', () => {
      const found = rows.map((row) => faults(row, attributionFor(row, attributions), rows, attributions));
      const failing = rows.flatMap((row, i) => (found[i] ? [`${row.id} ${row.label}: ${found[i]}`] : []));
      expect(failing).toEqual([]);
    });

    test('nothing else is attributed', () => {
      const extra = attributions.filter(
        ({ content }) =>
          !rows.some((row) => row.fragments.some((span) => content.some((part) => overlaps(span, part)))),
      );
      const unexpected = extra.map(
        ({ content, why }) => `${why.rule}: ${content.map((span) => slice(span)).join(' … ')}`,
      );
      expect(unexpected).toEqual([]);
    });

    test('each pair of quotation marks has a speaker', () => {
      const marked = [...article.text.matchAll(/“([^”]+)”/g)].map((match) => bare(match[1] ?? ''));
      const quoted = attributions.flatMap((attribution) => attribution.quoted);
      const inOrder = quoted.toSorted((a, b) => a.start - b.start).map((span) => bare(slice(span)));
      expect([...new Set(inOrder)]).toEqual(marked);
    });

    test('the author and persons only talked about do not speak', () => {
      const names = speakers.flatMap(({ name, aliases }) => [name, ...aliases]);
      expect(names.filter((name) => /Kim Arin|Putin|Kim Jong-un|^Russia$|Yonhap/.test(name))).toEqual([]);
    });

    test('every sentence shown is in the article', () => {
      const shown = [...briefing.keyPoints, ...(briefing.whatsNew ? [briefing.whatsNew] : [])];
      const lines = shown.map(({ span }) => slice(span));
      expect(lines.filter((line) => /Link copied|소아쌤|By Kim Arin|Yonhap|enters the briefing/.test(line))).toEqual(
        [],
      );
      expect(shown.length).toBeGreaterThan(2);
    });
  });

  const slice = ({ start, end }: { start: number; end: number }): string => article.text.slice(start, end);
}

const bare = (words: string): string => words.replace(/[.,]$/, '');
