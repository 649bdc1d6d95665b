import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('Node accepts the flags of npm start, which limit memory', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const flags: readonly string[] = scripts.start.match(/--\S+/g) ?? [];
  expect(flags.map((flag) => flag.split('=')[0])).toEqual(['--max-semi-space-size', '--heap-growing-percent']);
  expect(execFileSync(process.execPath, [...flags, '-p', '1'], { encoding: 'utf8' })).toBe('1\n');
});
