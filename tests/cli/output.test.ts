import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('all programs print through one module', () => {
  const direct = /console\.|process\.std(?:out|err)\.write|pipeline\([^)]*process\.stdout/;
  const files = readdirSync('src/cli').filter((name) => name !== 'print.ts' && name !== 'prompt.ts');
  expect(files.filter((name) => direct.test(readFileSync(join('src/cli', name), 'utf8')))).toEqual([]);
});
