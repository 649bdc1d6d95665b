import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { violations } from './boundary.ts';
import type { Sources } from './imports.ts';

const ROOT = new URL('../../', import.meta.url);
const { imports: aliases } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  imports: Record<string, string>;
};

async function sourcesOf(...folders: string[]): Promise<Sources> {
  const paths = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(new URL(folder, ROOT), { recursive: true });
      return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`);
    }),
  );
  return Object.fromEntries(paths.flat().map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]));
}

test('every folder imports only what it may', async () => {
  expect(violations(await sourcesOf('src', 'commands', 'eval', 'bench', 'train'), aliases)).toEqual([]);
});

describe('the check itself', () => {
  const house: Sources = {
    'src/core/span.ts': 'export interface Span { start: number }',
    'src/briefing/index.ts': "import type { Span } from '#core/span';\nexport const brief = (span: Span) => span;",
    'src/replies/index.ts': "export * from './brief.ts';",
    'src/replies/brief.ts': 'export const show = 1;',
    'src/adapters/web/index.ts': "import { draw } from './render.ts';\ndraw();",
    'src/adapters/web/render.ts': 'export const draw = () => {};',
    'src/config.ts': 'export const port = process.env.PORT;',
    'src/app.ts': "import { port } from '#config';\nimport('#adapters/web/index');\nexport { port };",
    'commands/index.ts': "import { show } from '#replies';\nexport default [show];",
  };

  test('accepts valid imports', () => {
    expect(violations(house, aliases)).toEqual([]);
  });

  const cases: [what: string, path: string, source: string, complaint: RegExp][] = [
    ['an import', 'src/core/a.ts', "import { brief } from '#briefing';\nbrief;", /core\/a.ts imports src\/briefing/],
    ['a type', 'src/core/a.ts', "import type { brief } from '#briefing';", /imports src\/briefing/],
    ['a type in place', 'src/core/a.ts', "export type A = import('#briefing').A;", /imports src\/briefing/],
    ['a relative path', 'src/core/a.ts', "import '../briefing/index.ts';", /imports src\/briefing/],
    ['a re-export', 'src/briefing/a.ts', "export { show } from '#replies';", /imports src\/replies/],
    ['everything re-exported', 'src/briefing/a.ts', "export * from '#replies';", /imports src\/replies/],
    ['an import while it runs', 'src/briefing/a.ts', "await import('#replies');", /imports src\/replies/],
    ['a computed import', 'src/briefing/a.ts', "const a = '#replies';\nawait import(a);", /computes/],
    ['require', 'src/briefing/a.ts', "declare const require: any;\nrequire('../replies/index.ts');", /src\/replies/],
    ['createRequire', 'src/library/a.ts', "createRequire(import.meta.url)('../replies/index.ts');", /src\/replies/],
    ['an adapter’s neighbour', 'src/adapters/b/index.ts', "import '../web/render.ts';", /adapters may not/],
    ['an adapter in a command', 'commands/a.ts', "import '#adapters/web/render';", /commands may not/],
    ['the app in an adapter', 'src/adapters/web/a.ts', "import '#app';", /adapters may not/],
    ['a package in core', 'src/core/a.ts', "import 'zod';", /the package zod/],
    ['a file system in a pure room', 'src/briefing/a.ts', "import 'node:fs';", /no effects/],
    ['a missing file', 'src/briefing/a.ts', "import './b.ts';", /not there/],
    ['an alias that leads nowhere', 'src/briefing/a.ts', "import '#nowhere';", /not there/],
    ['process.env', 'src/library/a.ts', 'export const a = process.env.A;', /reads the environment/],
    ['process["env"]', 'src/library/a.ts', "export const a = process['env'].A;", /reads the environment/],
    ['env taken apart', 'src/library/a.ts', 'const { env } = process;\nexport { env };', /reads the environment/],
    [
      'env imported',
      'src/library/a.ts',
      "import { env } from 'node:process';\nexport { env };",
      /reads the environment/,
    ],
    ['a platform’s name', 'src/replies/a.ts', 'export const a = 3_000; // Slack allows no more', /platform: Slack/],
    ['a long file', 'src/library/a.ts', '// a line\n'.repeat(221), /221 lines/],
    ['an unknown room', 'src/attic/a.ts', 'export const a = 1;', /no room/],
    ['a circle', 'src/replies/brief.ts', "import './index.ts';\nexport const show = 1;", /is a circle/],
    [
      'a circle of types',
      'src/replies/brief.ts',
      "import type * as all from './index.ts';\nexport let show: typeof all;",
      /is a circle/,
    ],
  ];
  test.each(cases)('finds %s', (_, path, source, reason) => {
    expect(violations({ ...house, [path]: source }, aliases)).toEqual([expect.stringMatching(reason)]);
  });

  test.each([
    ['a long list of words', 'src/briefing/words/verbs.ts', '// a line\n'.repeat(1000)],
    ['a name in a comment', 'src/library/a.ts', "// import '#app';\nexport const a = 'process.env';"],
  ])('allows %s', (_, path, source) => {
    expect(violations({ ...house, [path]: source }, aliases)).toEqual([]);
  });
});
