import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import type { Position } from '#core/position';
import { readArticle } from '#library';
import { briefBlocks } from '#replies/brief';
import { wordsInBlocks } from '#replies/word-count';
import { NO_SHARED, shared } from '../support/shared.ts';

const FOLDER = new URL('../../content/', import.meta.url);
const reports = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
const text = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const story = (name: string): string => text(name).split(/^---$/m).slice(2).join('---');

describe.each(reports)('content/%s', (name) => {
  test('names its origin and licence', () => {
    const head = text(name).split(/^---$/m)[1] ?? '';
    for (const field of ['title', 'source', 'author', 'published', 'language', 'note']) {
      expect(head).toMatch(new RegExp(`^${field}: \\S`, 'm'));
    }
    expect(head).toContain('Onrecord’s own report');
  });

  test('has 350 to 500 words and paired typographic quotation marks', () => {
    const words = story(name).match(/\S+/g) ?? [];
    expect(words.length).toBeGreaterThanOrEqual(350);
    expect(words.length).toBeLessThanOrEqual(500);
    expect(story(name)).not.toMatch(/["']/);
    for (const paragraph of story(name).split('\n\n')) {
      expect(paragraph.match(/“/g)?.length).toBe(paragraph.match(/”/g)?.length);
    }
  });

  test('gives a briefing with all its parts', async () => {
    const { attributions, speakers, whatsNew } = brief(await readArticle(name, readFileSync(new URL(name, FOLDER))));
    expect(whatsNew).toBeDefined();
    expect(new Set(attributions.map(({ kind }) => kind))).toEqual(new Set(['direct', 'mixed', 'indirect']));
    expect(new Set(attributions.map(({ stance }) => stance)).size).toBeGreaterThan(3);
    expect(new Set(speakers.map(({ side }) => side)).size).toBeGreaterThan(1);
  });
});

describe('the report on North Korean troops', async () => {
  const name = 'north-korean-troops.md';
  const briefing = brief(await readArticle(name, readFileSync(new URL(name, FOLDER))));
  const shows = ({ words: { span } }: Position, words: string): boolean =>
    briefing.article.text.slice(span.start, span.end).includes(words);

  test('has a brief of fewer than 120 words', () => {
    expect(wordsInBlocks(briefBlocks(briefing, 'short'))).toBeLessThan(120);
  });

  test('says who stands where with what the headline is about', () => {
    const [denial, south] = briefing.standoff;
    expect(denial && shows(denial, 'a baseless and obvious rumor')).toBe(true);
    expect(south && shows(south, 'We may consider sending defensive weapons')).toBe(true);
  });

  test('has both positions among the rows of one message', () => {
    expect(briefing.positions.length).toBeLessThanOrEqual(12);
    for (const words of ['a baseless and obvious rumor', 'We may consider sending defensive weapons'])
      expect(briefing.positions.some((position) => shows(position, words))).toBe(true);
  });
});

const original = shared('articles/korea-herald-2024-10-22.txt');
if (!original) test(`our report copies only quotations (${NO_SHARED})`, ({ skip }) => skip(NO_SHARED));
else {
  const theirs = readFileSync(original, 'utf8');
  const ours = story('north-korean-troops.md');

  test('its quotations are those of the original, letter for letter', () => {
    const quotations = [...ours.matchAll(/“([^”]+?)[,.]?”/g)].map(([, words = '']) => words);
    expect(quotations.length).toBeGreaterThan(8);
    expect(quotations.filter((words) => !theirs.includes(words))).toEqual([]);
  });

  test('shares no seven consecutive words with the original outside quotations, names aside', () => {
    const known = new Set(runs(theirs));
    expect(runs(ours).filter((run) => known.has(run))).toEqual([]);
  });
}

function runs(text: string): string[] {
  const plain = text.replace(/“[^”]*”/g, ' | ').replaceAll('Institute for National Security Strategy', 'INSS');
  const words = plain.replaceAll('spokesperson for the Ministry of National Defense', 'spokesperson').toLowerCase();
  const all = words.match(/[\w’|-]+/g) ?? [];
  return all.map((_, i) => all.slice(i, i + 7).join(' ')).filter((run) => run.split(' ').length === 7);
}
