import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// A text is cut to a length by src/text/truncate.ts alone, between graphemes: `slice` cuts an emoji in two. Lists may be
// sliced, and texts at a position that was found in them.
const TEXT = String.raw`(?:\b(?:text|label|line|message|title|stamp|token|words?Text|name|paragraph|sample|opening|html|document|clean|content|protocol|segment|sentence)|\bString\([^)]*\))`;
const CUT = new RegExp(String.raw`${TEXT}\s*\.(?:slice|substring|substr)\(0,\s*(?:\d|[A-Z][A-Z_]+\b|max[A-Z]|limit)`);
/** At the end of a chain of calls, where what is cut cannot be told: such a line is listed below. */
const CHAINED = /^\.slice\(0, (?:\d+|MAX_(?:LENGTH|SLUG|\w*CHARACTERS))\)/;
const ELLIPSIS = /\.slice\(0,[^`]*…`/;
const HALVES = /\.slice\([^)]*\)\s*\.toWellFormed\(\)/;

/** What is no text that is shown: a prefix that stands for a word, and what the patterns cannot tell from a text. */
const ALLOWED = new Set([
  'columns.prefix[at] = hashOf(text.slice(0, 5));',
  // Lists.
  '.slice(0, 1);',
  '.slice(0, 7);',
  // Digests in hexadecimal or to base 32, and slugs in ASCII.
  '.slice(0, 25);',
  '.slice(0, 32);',
  '.slice(0, MAX_SLUG)',
  // Names of months, in ASCII.
  "const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;",
]);

const lines = globSync('{src,commands,eval,train,bench}/**/*.ts')
  .filter((file) => file !== 'src/text/truncate.ts')
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => ({ file, line: line.trim() })),
  );

test('text is truncated only by src/text/truncate.ts', () => {
  const isCut = (line: string): boolean =>
    CUT.test(line) || CHAINED.test(line) || ELLIPSIS.test(line) || HALVES.test(line);
  expect(lines.filter(({ line }) => isCut(line) && !ALLOWED.has(line))).toEqual([]);
});
