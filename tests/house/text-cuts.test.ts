import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// A text is cut to a length by src/text/truncate.ts alone, between graphemes: `slice` cuts an emoji in two. Lists may be
// sliced, and texts at a position that was found in them.
const TEXT = String.raw`(?:\b(?:text|label|line|message|title|stamp|token|words?Text|name)|\bString\([^)]*\))`;
const CUT = new RegExp(String.raw`${TEXT}\s*\.(?:slice|substring|substr)\(0,\s*(?:\d|[A-Z][A-Z_]+\b|max[A-Z]|limit)`);
const ELLIPSIS = /\.slice\(0,[^`]*…`/;
const HALVES = /\.slice\([^)]*\)\s*\.toWellFormed\(\)/;

/** What looks at the beginning of a text, and shows none of it. */
const SAMPLES = new Set([
  'const sample = text.slice(0, SAMPLE);',
  'const at = text.slice(0, MAX_WRAP_WIDTH).search(/\\s/);',
  'text.slice(0, 4000),',
  'const opening = text.slice(0, MAX_WORDS * 8);',
  'const content = CONTENT.exec(text.slice(0, 8_000));',
  // Names of months, in ASCII.
  "const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;",
]);

const lines = globSync('{src,commands}/**/*.ts')
  .filter((file) => !/^src\/(?:text\/truncate\.ts|briefing\/)/.test(file))
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => ({ file, line: line.trim() })),
  );

test('no text is cut to a length but by src/text/truncate.ts', () => {
  const isCut = (line: string): boolean => CUT.test(line) || ELLIPSIS.test(line) || HALVES.test(line);
  expect(lines.filter(({ line }) => isCut(line) && !SAMPLES.has(line))).toEqual([]);
});
