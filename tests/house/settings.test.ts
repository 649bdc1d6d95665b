import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '#config/settings';
import type { Setting } from '#core/platform';
import { platforms } from '#platforms';

const EXAMPLE = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
const lines = EXAMPLE.trimEnd().split('\n');
const settings: readonly Setting[] = [...SETTINGS, ...platforms.flatMap(({ settings }) => settings)];

/** The setting in a line: `NAME=` or `# NAME=`. */
const named = (line: string): string | undefined => /^(?:# )?([A-Z][A-Z_]*)=/.exec(line)?.[1];

test('names of settings are unique', () => {
  const names = settings.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

describe('.env.example', () => {
  test('names exactly the existing settings, in order', () => {
    expect(lines.flatMap((line) => named(line) ?? [])).toEqual(settings.map(({ name }) => name));
  });

  test.each(settings)('explains $name', ({ name, about }) => {
    const at = lines.findIndex((line) => named(line) === name);
    expect(lines[at - 1]).toBe(`# ${about}`);
  });

  test('contains only names: an unchanged copy sets nothing', () => {
    expect(Object.entries(parse(EXAMPLE)).filter(([, value]) => value !== '')).toEqual([]);
  });

  test('leaves empty what setup asks for, and comments out the rest', () => {
    const asked = settings.filter(({ asked }) => asked).map(({ name }) => name);
    expect(Object.keys(parse(EXAMPLE))).toEqual(asked);
  });
});
