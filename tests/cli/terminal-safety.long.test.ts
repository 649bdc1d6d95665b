import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, type ProcessResult, run } from '../support/process.ts';

const ESC = '\u001b';
/** Sequences that set the clipboard, hide a URL behind words, move the cursor or reverse lines, and C1 controls. */
const HOSTILE = [
  `${ESC}]52;c;cm0gLXJm\u0007`,
  `${ESC}]8;;evil\u0007`,
  `${ESC}[2J`,
  '\u009b2J',
  '\u202e',
  '\u0085',
  '\u{e0041}',
].join('');
/** The same, escaped as in YAML. */
const YAML = '\\e]52;c;cm0gLXJm\\a\\e]8;;evil\\a\\e[2J\\x9b2J\\u202e\\x85';
const NAME = `Ann ${HOSTILE}Lee`;
const STORY = `---
title: "The council ${YAML}votes"
author: "${YAML}Jo Marsh"
publisher: "The ${YAML}Courier"
---

“We ${HOSTILE}did it,” ${NAME}, the ${HOSTILE}mayor, said on Monday. “We will do it ${HOSTILE}again.”

The plan ${HOSTILE}was opposed by Bo Dahl, who said it ${HOSTILE}would cost too much.

${'The bridge was closed for repairs in the spring, and the ferry went every half an hour. '.repeat(80)}
`;
const FILE = `story ${HOSTILE}.md`;
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

const shown = ({ out, err }: ProcessResult): string => out + err;
const env = { NO_COLOR: '1' };

describe('no text of an article, a file name or a setting controls the terminal of', () => {
  const folder = folderOf({ [FILE]: STORY, 'broken.md': `---\ntitle: &a [*a, "${HOSTILE}"]\n---\n\nWords.\n` });
  const file = join(folder, FILE);
  const missing = join(folder, `none${HOSTILE}.md`);
  const cases: [program: string, args: readonly string[], input?: string][] = [
    ['brief.ts', [file]],
    ['brief.ts', [file, '--format', 'markdown']],
    ['brief.ts', [file, '--format', 'json']],
    ['brief.ts', [file, '--format', HOSTILE]],
    ['explain.ts', [file]],
    ['extract.ts', [folder, missing]],
    ['backup.ts', [join(folder, HOSTILE, 'copy.db')]],
  ];
  test.each(cases.map((given, index) => [index, ...given] as const))('case %i: %s', async (_, program, args, input) => {
    const data = join(folder, `kept ${HOSTILE}.db`);
    const result = await run(`src/cli/${program}`, {
      args,
      env: { ...env, ONRECORD_DATA: data },
      ...(input !== undefined && { input }),
    });
    expect(shown(result).length).toBeGreaterThan(10);
    expect(shown(result)).not.toMatch(UNSAFE);
  });

  test('doctor.ts and main.ts, of settings', async () => {
    for (const program of ['src/cli/doctor.ts', 'src/main.ts']) {
      const result = await run(program, { env: { ...env, ONRECORD_CONTENT: missing, ONRECORD_PORT: `1${HOSTILE}` } });
      expect(shown(result).length).toBeGreaterThan(10);
      expect(shown(result)).not.toMatch(UNSAFE);
    }
  });

  test('main.ts, which answers over that article', async () => {
    const content = folderOf({});
    mkdirSync(join(content, 'sub'));
    writeFileSync(join(content, FILE), STORY);
    const lines = [
      '/brief',
      '/quotes',
      '/positions',
      '/speakers',
      '/articles',
      `/brief ${HOSTILE}`,
      '/help',
      `/x${HOSTILE}`,
    ];
    const result = await run('src/main.ts', {
      input: `${lines.join('\n')}\n`,
      env: { ...env, ONRECORD_CONTENT: content, ONRECORD_DATA: join(content, 'kept.db') },
    });
    expect(result.out).toContain('We did it');
    expect(shown(result)).not.toMatch(UNSAFE);
  });
});

test('JSON contains each character, escaped if it would control a terminal', async () => {
  const folder = folderOf({ 'story.md': STORY });
  const { out } = await run('src/cli/brief.ts', { args: [join(folder, 'story.md'), '--format', 'json'], env });
  const { article, statements } = JSON.parse(out);
  expect(out).toContain('\\u009b');
  expect(article.title).toContain('The council');
  expect(statements.length).toBeGreaterThan(0);
});
