import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Article } from '#core/article';
import { read, seen } from './support.ts';

/**
 * Pages in the markup of common content management systems. The first line of each has the expected title, day and
 * authors; elements of the story are marked with `data-story`. Both are removed before the page is read.
 */
const FOLDER = new URL('pages/', import.meta.url);

interface Expected {
  readonly title: string;
  readonly day: string;
  readonly authors: string;
  readonly story: string;
}

interface Score {
  readonly f1: number;
  readonly title: boolean;
  readonly day: boolean;
  readonly authors: boolean;
}

const MARKED = /<(\w+) data-story\b[^>]*>([\s\S]*?)<\/\1>/g;

function pageOf(name: string): { readonly html: string; readonly expected: Expected } {
  const [head = '', ...lines] = readFileSync(new URL(name, FOLDER), 'utf8').split('\n');
  const html = lines.join('\n');
  const fields = /^<!-- title: (.*) · day: (.*) · authors: (.*) -->$/.exec(head);
  const [, title = '', day = '', authors = ''] = fields ?? [];
  const story = Array.from(html.matchAll(MARKED), ([, , inner = '']) => inner.replace(/<[^>]*>/g, ''));
  const text = story.join('\n').replaceAll('&amp;', '&');
  return { html: html.replaceAll(' data-story', ''), expected: { title, day, authors, story: text } };
}

/** The story as read, without its headline. */
const storyOf = (article: Article): string =>
  seen(article)
    .filter((part) => !part.startsWith('headline: '))
    .map((part) => part.slice(part.indexOf(': ') + 2))
    .join('\n');

/** Sequences of four words, with their number. */
function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= words.length; at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

function f1Of(found: string, expected: string): number {
  const [a, b] = [shingles(found), shingles(expected)];
  let shared = 0;
  for (const [shingle, count] of a) shared += Math.min(count, b.get(shingle) ?? 0);
  return (2 * shared) / (sizeOf(a) + sizeOf(b));
}

const NAMES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

describe('pages in the markup of content management systems', () => {
  const scores = new Map<string, Score>();

  test.each(NAMES)('%s', async (name) => {
    const { html, expected } = pageOf(name);
    const article = await read(name, html);
    const score: Score = {
      f1: f1Of(storyOf(article), expected.story),
      title: article.title === expected.title,
      day: article.published?.at.slice(0, 10) === expected.day,
      authors: article.authors.join(', ') === expected.authors,
    };
    scores.set(name, score);
    expect(article).toMatchObject({ title: expected.title, authors: expected.authors.split(', ') });
    expect(article.published?.at.slice(0, 10)).toBe(expected.day);
    expect(score.f1, storyOf(article)).toBeGreaterThanOrEqual(0.97);
  });

  afterAll(() => {
    const all = [...scores.values()];
    const right = (field: 'title' | 'day' | 'authors') => `${all.filter((score) => score[field]).length}/${all.length}`;
    const mean = all.reduce((sum, { f1 }) => sum + f1, 0) / all.length;
    console.info(
      `pages: F1 of word 4-shingles ${mean.toFixed(3)}; title ${right('title')}, day ${right('day')}, authors ${right('authors')} exact`,
    );
  });
});
