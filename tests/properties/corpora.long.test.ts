import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brief } from '#briefing';
import { readArticle } from '#library';
import { NO_SHARED, shared } from '../support/shared.ts';
import { broken } from './invariants.ts';
import { faultsOfBrief, misquoted } from './shown.ts';

/** They take half a minute on an idle machine. */
const MINUTES = 600_000;

const OURS = ['content', 'eval/world'].map((folder) => new URL(`../../${folder}`, import.meta.url).pathname);
const THEIRS = ['articles', 'corpora/polnear-dev', 'corpora/polnear-train'].map(shared);

/** The violations in how one article is read and shown, each with the article's name. */
async function faultsOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const article = await readArticle(name, bytes);
  const briefing = brief(article);
  const same = JSON.stringify(brief(article)) === JSON.stringify(briefing);
  return [
    ...broken(briefing),
    ...faultsOfBrief(briefing),
    ...misquoted(briefing).map((words) => `not in the file: ${words}`),
    ...(same ? [] : ['a second reading finds something else']),
  ].map((fault) => `${name}: ${fault}`);
}

async function faultsIn(folder: string): Promise<string[]> {
  const all = readdirSync(folder).filter((name) => /\.(txt|md|html?)$/.test(name) && !/README|\.expected\./.test(name));
  // Every fourth article of a large corpus, because the whole corpus takes five minutes.
  const names = all.filter((_, at) => all.length < 200 || at % 4 === 0);
  expect(names).not.toEqual([]);
  const faults: string[] = [];
  for (const name of names) faults.push(...(await faultsOf(name, readFileSync(join(folder, name)))));
  return faults;
}

test.each(OURS)('every quotation of %s is shown letter for letter', async (folder) => {
  expect(await faultsIn(folder)).toEqual([]);
});

const present = THEIRS.filter((path) => path !== undefined);
if (present.length === 0) test(`properties over corpora (${NO_SHARED})`, ({ skip }) => skip(NO_SHARED));
test.each(present)('every quotation of %s is shown letter for letter', { timeout: MINUTES }, async (folder) => {
  expect(await faultsIn(folder)).toEqual([]);
});

const summaries = shared('corpora/summaries-dev.jsonl');
if (!summaries) test(`properties over CNN articles (${NO_SHARED})`, ({ skip }) => skip(NO_SHARED));
else {
  test('every quotation of CNN articles is shown letter for letter', { timeout: MINUTES }, async () => {
    const faults: string[] = [];
    const rows = readFileSync(summaries, 'utf8').split('\n').filter(Boolean);
    for (const [i, row] of rows.entries()) {
      const { title, paragraphs } = JSON.parse(row) as Cnn;
      const text = [title, ...paragraphs.map((sentences) => sentences.join(' '))].join('\n\n');
      faults.push(...(await faultsOf(`cnn-${i}.txt`, Buffer.from(text))));
    }
    expect(faults).toEqual([]);
  });
}

interface Cnn {
  readonly title: string;
  readonly paragraphs: readonly (readonly string[])[];
}
