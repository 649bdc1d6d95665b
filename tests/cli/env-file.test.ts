import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { saveSettingIn, withSetting } from '#cli/env-file';
import { folderOf } from '../support/process.ts';

describe('a setting is written into .env', () => {
  const cases: [before: string, after: string][] = [
    ['', 'TOKEN=new\n'],
    ['A=1\n', 'A=1\nTOKEN=new\n'],
    ['A=1', 'A=1\nTOKEN=new\n'],
    ['# about it\nTOKEN=\nB=2\n', '# about it\nTOKEN=new\nB=2\n'],
    ['TOKEN=old\n', 'TOKEN=new\n'],
    ['#TOKEN=old\n', 'TOKEN=new\n'],
    ['export TOKEN = old\n', 'TOKEN=new\n'],
    ['MY_TOKEN=x\n', 'MY_TOKEN=x\nTOKEN=new\n'],
  ];
  test.each(cases)('%j', (before, after) => expect(withSetting(before, 'TOKEN', 'new')).toBe(after));

  test.each(['xoxb-1-a', 'a b', 'a#b', 'a"b', '$HOME', 'key+/=='])('%s survives a round trip', (value) => {
    expect(parse(withSetting('', 'TOKEN', value))).toEqual({ TOKEN: value });
  });
});

test('makes the file readable by its owner only, whether new or existing', () => {
  const folder = folderOf({ old: 'A=1\n' });
  for (const name of ['old', 'new']) {
    const file = join(folder, name);
    saveSettingIn(file, 'TOKEN', 'secret');
    expect(readFileSync(file, 'utf8')).toContain('TOKEN=secret\n');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  }
});
