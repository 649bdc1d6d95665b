import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT, readDocument, shellLines } from '../support/documents.ts';
import { environment } from '../support/process.ts';

const run = (line: string): string =>
  execFileSync('bash', ['-c', line], {
    cwd: ROOT,
    encoding: 'utf8',
    env: environment({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const cheap = shellLines(readDocument('README.md')).filter((line) => !/bench|npm ci|npm start$|git clone/.test(line));
test.each(cheap)('works as the README says: %s', (line) => {
  expect(run(line).trim()).not.toBe('');
});

test('the README shows the actual answers', () => {
  const [, transcript = ''] = /^```\n(> .*?)^```/ms.exec(readDocument('README.md')) ?? [];
  const asked = [...transcript.matchAll(/^> (.+)$/gm)].map(([, line = '']) => line);
  const answers = run(`printf '%s\n' '${asked.join("' '")}' | npm -s start`);
  const shown = transcript.split('\n').filter((line) => line.trim() && !line.startsWith('> '));
  expect(asked.length).toBeGreaterThan(1);
  expect(shown.filter((line) => !answers.includes(`${line}\n`))).toEqual([]);
});
