import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { runProgram } from '#cli/arguments';
import { UserError } from '#core/errors';
import packageFile from '../../package.json' with { type: 'json' };

const USAGE = 'Usage: npm run -s copy -- FILE [--deep]';

afterEach(() => vi.restoreAllMocks());

/** What a program prints when it is given these arguments, and its exit code. */
async function run(args: readonly string[], takesArguments = true) {
  const printed = { out: '', error: '' };
  const collect = (stream: 'out' | 'error') => (text: string | Uint8Array) => {
    printed[stream] += text;
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(collect('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(collect('error'));
  const main = vi.fn(async ({ positionals: [file] }: { positionals: readonly string[] }) => {
    if (file === 'absent') throw new UserError('There is no such file: check the path.');
    return 0;
  });
  const program = { usage: USAGE, options: { deep: { type: 'string' } }, takesArguments, main } as const;
  return { exitCode: await runProgram(program, args), calls: main.mock.calls.length, ...printed };
}

test.each([
  ['prints its usage and does nothing else', ['--help', 'x'], { exitCode: 0, out: `${USAGE}\n`, error: '', calls: 0 }],
  ['runs', ['x'], { exitCode: 0, out: '', error: '', calls: 1 }],
  [
    'says which option there is not',
    ['--wide'],
    { exitCode: 2, out: '', error: `There is no option --wide.\n${USAGE}\n`, calls: 0 },
  ],
  ['says which option has no value', ['--deep'], { exitCode: 2, error: `--deep needs a value.\n${USAGE}\n`, calls: 0 }],
  ['prints an error of its own', ['absent'], { exitCode: 1, error: 'There is no such file: check the path.\n' }],
])('a program %s', async (_what, args, expected) => {
  expect(await run(args)).toMatchObject(expected);
});

test('a program without arguments rejects one', async () => {
  const error = `There is no argument “x”: only options are allowed.\n${USAGE}\n`;
  expect(await run(['x'], false)).toMatchObject({ exitCode: 2, error, calls: 0 });
});

test('all programs but the bot parse their arguments in one way', () => {
  const programs = Object.entries(packageFile.scripts).flatMap(([name, script]) => {
    const [, file] = /^node (?:--\S+ )*(\S+\.[jt]s)$/.exec(script) ?? [];
    return file === undefined || name === 'start' ? [] : [file.replace('brief.js', 'brief.ts')];
  });
  expect(programs).toHaveLength(13);
  const parses = /runProgram\(|parseCommandLine\(/;
  expect(programs.filter((file) => !parses.test(readFileSync(file, 'utf8')))).toEqual([]);
});
