import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DOCS, digests, recordedDigests } from './subjects.ts';

test('the screenshots in docs show the current answers', async () => {
  const [now, taken] = [await digests(), recordedDigests()];
  const stale = Object.keys(now).filter((name) => now[name] !== taken[name]);
  expect(
    stale.map(
      (name) => `docs/${name}.png shows an answer that has changed since: run npm run screenshots and commit docs`,
    ),
  ).toEqual([]);
});

test('each screenshot exists', () => {
  expect(Object.keys(recordedDigests()).filter((name) => !existsSync(new URL(`${name}.png`, DOCS)))).toEqual([]);
});
