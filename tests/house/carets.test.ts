import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Comments draw what a rule finds: each stretch of carets begins and ends with a word of the line above.
const MARKS = /^\s*(?:\/\/|\*)[\s^=-]*\^/;
const STRETCH = /\^+/g;
const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character);
const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

/** Parts of words that are underlined on purpose. */
const INSIDE_WORDS = new Set(['src/chat/button-token.ts', 'src/library/encoding/mojibake.ts']);

/** Whether a stretch of the line above begins and ends at word boundaries. */
function isAimed(above: readonly string[], start: number, end: number): boolean {
  if (isSpace(above[start]) || isSpace(above[end - 1])) return false;
  if (end - start === 1) return true;
  return !(isWord(above[start - 1]) && isWord(above[start])) && !(isWord(above[end - 1]) && isWord(above[end]));
}

const drawings = globSync('{src,commands,train,eval,bench,tests}/**/*.ts').flatMap((file) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    MARKS.test(line) ? [{ file, line: index + 1, above: Array.from(lines[index - 1] ?? ''), marks: line }] : [],
  );
});

test('carets in comments point at whole words', () => {
  expect(drawings.length).toBeGreaterThan(40);
  const missed = drawings.flatMap(({ file, line, above, marks }) =>
    INSIDE_WORDS.has(file)
      ? []
      : [...marks.matchAll(STRETCH)]
          .map(({ index, 0: found }) => [index, index + found.length] as const)
          .filter(([start, end]) => !isAimed(above, start, end))
          .map(([start]) => `${file}:${line}:${start + 1}\n${above.join('')}\n${marks}`),
  );
  expect(missed).toEqual([]);
});
