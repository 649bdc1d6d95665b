import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '#commands';

const FOLDER = new URL('../../commands/', import.meta.url);

test('every command has a file of its name, and every file is in the list', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'index.ts');
  expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual(commands.map(({ name }) => name).sort());
});

describe.each(commands)('/$name fits every platform', ({ name, description, options }) => {
  test('in its names and descriptions', () => {
    for (const one of [{ name, description }, ...options]) {
      expect(one.name).toMatch(/^[-_\p{L}\p{N}]{1,32}$/u);
      expect(one.name).toBe(one.name.toLowerCase());
      expect(one.description.length).toBeGreaterThan(0);
      expect(one.description.length).toBeLessThanOrEqual(100);
    }
  });

  test('in its options', () => {
    expect(options.length).toBeLessThanOrEqual(25);
    expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
    expect(options.filter(({ main }) => main).length).toBeLessThanOrEqual(1);
    for (const { type, choices } of options) expect(choices !== undefined).toBe(type === 'choice');
  });
});
