import { globSync, readFileSync } from 'node:fs';
import { API } from 'typescript/unstable/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/documents.ts';

// Text is cut to a length by src/text/truncate.ts alone, between graphemes: `slice` cuts an emoji in two. The type checker
// distinguishes strings from arrays. A cut at a position that was found in the text is allowed.

const CALL = /\.(?:slice|substring|substr)\(\s*0,\s*([^()]*?)\s*\)(?=(\}…)?)/g;
/** A number, or the name of a limit. */
const LENGTH = /^(?:\d[\d_]*|[A-Z][A-Z_]+|(?:max|most|limit|room|budget)\w*)$/;

/** Cuts of text without graphemes of several code units, by file. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/adapters/web/access.ts': 'a digest in base 64',
  'src/adapters/web/answer-pictures.ts': 'a digest in hexadecimal',
  'src/adapters/web/words.ts': 'the time in a date in ISO 8601',
  'src/archive/to-archived.ts': 'a digest in base 64',
  'src/briefing/positions/standoff.ts': 'the stem of an English word, not shown',
  'src/briefing/stance/features.ts': 'the stem of an English word, not shown',
  'src/briefing/summary/cuts/shorten.ts': 'the stem of an English word, not shown',
  'src/briefing/summary/terms.ts': 'the stem of an English word, not shown',
  'src/library/text/timestamp.ts': 'the name of a month',
  'src/lookup/times.ts': 'the name of a weekday',
  'src/replies/dates.ts': 'the time in a date in ISO 8601',
  'src/schedule/delivery/message-key.ts': 'a digest to base 36',
  'src/schedule/delivery/version-of.ts': 'a digest in base 64',
  'src/schedule/operations.ts': 'a date in ISO 8601',
  'src/sources/feeds/dates.ts': 'the name of a month',
  'src/sources/feeds/identity.ts': 'a digest in base 64',
  'src/sources/feeds/read-item.ts': 'a date in ISO 8601',
  'src/store/archive/put.ts': 'a slug in ASCII, and a digest in hexadecimal',
  'src/text/truncate.ts': 'the place for it',
};

let compiler: API;
beforeAll(() => {
  compiler = new API({ cwd: ROOT });
});
afterAll(() => compiler.close());

test('text is truncated only by src/text/truncate.ts', () => {
  const [project] = compiler.updateSnapshot({ openProjects: [`${ROOT}tsconfig.json`] }).getProjects();
  if (!project) throw new Error('There is no project in tsconfig.json.');
  const cuts = globSync('{src,commands,eval,train,bench}/**/*.{ts,js}', { cwd: ROOT }).flatMap((file) => {
    const text = readFileSync(ROOT + file, 'utf8');
    const calls = [...text.matchAll(CALL)].filter(
      ([, length = '', ellipsis]) => LENGTH.test(length) || ellipsis !== undefined,
    );
    if (calls.length === 0) return [];
    const places = calls.map(({ 0: call, index }) => `${file}:${text.slice(0, index).split('\n').length} ${call}`);
    // Scripts of the page have no types: every cut counts.
    if (file.endsWith('.js')) return places.map((place) => ({ file, place }));
    const symbols = project.checker.getSymbolAtPosition(
      ROOT + file,
      calls.map(({ index }) => index + 1),
    );
    return places.flatMap((place, at) => (symbols[at]?.getParent()?.name === 'String' ? [{ file, place }] : []));
  });
  expect(cuts.filter(({ file }) => !(file in ALLOWED)).map(({ place }) => place)).toEqual([]);
  const files = new Set(cuts.map(({ file }) => file));
  expect(Object.keys(ALLOWED).filter((file) => !files.has(file) && file !== 'src/text/truncate.ts')).toEqual([]);
});
