import { afterAll, describe, expect, test } from 'vitest';
import { makeArticleReader } from '#app/reader/index';
import { UserError } from '#core/errors';
import { MARKET } from '../../support/articles.ts';

const reader = makeArticleReader({ info: () => {}, error: () => {} });
afterAll(() => reader.close());

const bytes = new TextEncoder().encode(MARKET);

describe('a text that takes too long', () => {
  const hasty = makeArticleReader({ info: () => {}, error: () => {} }, undefined, { cpuMs: 20, heapMb: 512 });
  afterAll(() => hasty.close());
  // A megabyte of sentences takes a second, fifty times the limit of this test.
  const long = new TextEncoder().encode('“We did it,” Ann Lee said on Monday. Bo Dahl denied it.\n\n'.repeat(18_000));

  test('is rejected with a sentence, without blocking the event loop or another reader', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 10);
    const reading = hasty.files.read('long.txt', long, 'long').catch((thrown: unknown) => thrown);
    const other = await reader.files.read('market.md', bytes, 'market');
    expect(other('market').article.title).toBeTruthy();
    const error = await reading;
    clearInterval(timer);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toBe(
      'This takes more than 0.02 seconds to read: keep only the article, without the page around it.',
    );
    expect(turns).toBeGreaterThan(0);
  });
});
