import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { withSetting } from '#cli/env-file';

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

  test.each(['xoxb-1-a', 'a b', 'a#b', 'a"b', '$HOME', 'key+/=='])('%s comes back as it was', (value) => {
    expect(parse(withSetting('', 'TOKEN', value))).toEqual({ TOKEN: value });
  });
});
