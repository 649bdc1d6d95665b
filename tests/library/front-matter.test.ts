import { describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import { prose, read } from './support.ts';

const fields = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\n${prose('it')}`;

describe('rejects front matter that is too expensive to read', () => {
  const nine = (name: string): string => `[${Array.from({ length: 9 }, () => name).join(',')}]`;
  const bomb = Array.from(
    { length: 9 },
    (_, i) => `${'abcdefghi'[i]}: &${'abcdefghi'[i]} ${nine(i === 0 ? 'x' : `*${'abcdefghi'[i - 1]}`)}`,
  );

  test.each([
    ['aliases of aliases', [...bomb, 'title: *i'], /aliases \(&a, \*a\) in line 3: write each value out/],
    ['an alias of itself', ['by: &a [*a]'], /aliases \(&a, \*a\) in line 2/],
    ['lists in lists', [`title: ${'['.repeat(200)}x${']'.repeat(200)}`], /nested too deeply in line 2/],
    ['a hundred thousand letters', [`title: ${'x'.repeat(100_000)}`], /too long \(100 KB, at most 32 KB\)/],
    ['a thousand fields', Array.from({ length: 1_000 }, (_, i) => `f${i}: x`), /1000 fields, at most 200/],
  ])('%s', async (_, lines, message) => {
    const error = await read('a.md', fields(...lines)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
  });
});

describe('reads the front matter of web clippers', () => {
  test.each([
    ['an address as the source', ['source: https://news.example/a'], { url: 'https://news.example/a' }],
    ['a name in wiki brackets', ['author: "[[Jo Marsh]]"'], { authors: ['Jo Marsh'] }],
    ['wiki brackets without quotes', ['author: [[Jo Marsh]]'], { authors: ['Jo Marsh'] }],
    [
      'names in wiki brackets, one shown as another',
      ['author:', '  - "[[people/marsh|Jo Marsh]]"'],
      { authors: ['Jo Marsh'] },
    ],
    ['a colon in the title', ['title: Bridge: yes'], { title: 'Bridge: yes' }],
    ['a colon and a quotation mark', ['title: Mayor: “yes” # no'], { title: 'Mayor: “yes” # no' }],
    ['a title that begins with a mark', ['title: @mayor opens bridge'], { title: '@mayor opens bridge' }],
    ['a word in brackets', ['title: [Live] Bridge opens'], { title: '[Live] Bridge opens' }],
    ['a word in braces', ['title: {Live} Bridge opens'], { title: '{Live} Bridge opens' }],
    ['two names in wiki brackets', ['author: [[Jo Marsh]] and [[Ann Lee]]'], { authors: ['Jo Marsh', 'Ann Lee'] }],
    ['emphasis', ['title: *Bridge* opens'], { title: '*Bridge* opens' }],
    ['an ampersand', ['title: Bridge', 'site: & Co'], { title: 'Bridge' }],
    ['an exclamation mark', ['title: !Bridge opens'], { title: '!Bridge opens' }],
    ['a greater-than sign', ['title: > Bridge opens'], { title: '> Bridge opens' }],
    ['a bar', ['title: | Bridge opens'], { title: '| Bridge opens' }],
    ['a question mark', ['title: ? Bridge opens'], { title: '? Bridge opens' }],
    ['a block of text', ['title: >-', '  Bridge', '  opens'], { title: 'Bridge opens' }],
    ['a field twice', ['title: Bridge', 'title: Bridge opens'], { title: 'Bridge opens' }],
    ['an apostrophe', ["title: 'Tis the season: again"], { title: "'Tis the season: again" }],
  ])('%s', async (_, lines, expected) => {
    expect(await read('a.md', fields(...lines))).toMatchObject(expected);
  });

  test('ignores a date in words', async () => {
    const article = await read('a.md', fields('title: Talks end in May', 'date: last Tuesday'));
    expect(article).toMatchObject({ title: 'Talks end in May' });
    expect(article.published).toBeUndefined();
  });

  test('TOML front matter', async () => {
    const head = [
      'title = "Talks end in May"',
      'date = 2024-05-03T09:15:00+09:00',
      'authors = [\'Jo Marsh\', "Ann Lee"]',
      '[extra]',
      'url = "https://news.example/a"',
    ];
    expect(await read('a.md', `+++\n${head.join('\n')}\n+++\n\n${prose('it')}`)).toMatchObject({
      title: 'Talks end in May',
      authors: ['Jo Marsh', 'Ann Lee'],
      published: { at: '2024-05-03T09:15', zone: '+09:00' },
      parts: [{ kind: 'headline' }, { kind: 'paragraph' }],
    });
  });

  test('TOML over several lines', async () => {
    const head = ['title = """Talks end in May"""', 'authors = [', '  "Jo Marsh",', '  "Ann Lee",', ']'];
    expect(await read('a.md', `+++\n${head.join('\n')}\n+++\n\n${prose('it')}`)).toMatchObject({
      title: 'Talks end in May',
      authors: ['Jo Marsh', 'Ann Lee'],
    });
  });

  test.each(['a.md', 'a.txt'])('a header of labelled lines, in %s', async (name) => {
    const head =
      'Title: Talks end in May\n\nURL Source: https://news.example/a\n\nPublished Time: 2024-05-03T09:15:00Z\n\nMarkdown Content:\n';
    const article = await read(name, `${head}${prose('it')}`);
    expect(article).toMatchObject({
      title: 'Talks end in May',
      url: 'https://news.example/a',
      published: { at: '2024-05-03T09:15', zone: 'Z' },
    });
    expect(article.parts.map(({ kind }) => kind)).toEqual(['headline', 'paragraph']);
  });
});
