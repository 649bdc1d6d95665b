import { describe, expect, test } from 'vitest';
import { markdownBlocks } from '#library/markdown/blocks';
import { isProse, proseBlocks } from '#library/markdown/prose';
import { prose, read, seen } from './support.ts';

const FIELDS =
  '---\ntitle: Talks end in May\nsource: The Example Times\nauthor: Jane Doe and John Roe\npublished: 2024-05-03T09:15+09:00\nurl: https://example.com/a\nlanguage: en\n---\n';

test('reads the metadata of an article from front matter', async () => {
  expect(await read('a.md', `${FIELDS}\n# Talks end in May\n\n${prose('it')}`)).toMatchObject({
    id: 'a',
    format: 'markdown',
    title: 'Talks end in May',
    authors: ['Jane Doe', 'John Roe'],
    published: { at: '2024-05-03T09:15', zone: '+09:00' },
    publisher: 'The Example Times',
    url: 'https://example.com/a',
    language: 'en',
  });
});

describe('the headline', () => {
  test.each([
    [
      'the heading that equals the title',
      `${FIELDS}# Talks *end* in May\n\n${prose('it')}`,
      ['headline: Talks end in May', `paragraph: ${prose('it')}`],
    ],
    [
      'the title where it stands',
      `${FIELDS}${prose('it')}`,
      ['headline: Talks end in May', `paragraph: ${prose('it')}`],
    ],
    [
      'a quoted title',
      `---\ntitle: "Talks: no deal"\n---\n${prose('it')}`,
      ['headline: Talks: no deal', `paragraph: ${prose('it')}`],
    ],
    [
      'none where the title is escaped',
      `---\ntitle: "Talks \\"end\\""\n---\n${prose('it')}`,
      [`paragraph: ${prose('it')}`],
    ],
    [
      'the first heading without front matter',
      `\ufeffTalks end\n=====\n\n${prose('it')}`,
      ['headline: Talks end', `paragraph: ${prose('it')}`],
    ],
    [
      'a sub-headline under it',
      `# Talks end\n## Nobody gave in at all\n\n${prose('it')}\n\n## Next\n\nIt rained.`,
      [
        'headline: Talks end',
        'subheadline: Nobody gave in at all',
        `paragraph: ${prose('it')}`,
        'heading: Next',
        'paragraph: It rained.',
      ],
    ],
  ])('%s', async (_, text, parts) => {
    expect(seen(await read('a.md', text))).toEqual(parts);
  });
});

describe('markup is not part of the text', () => {
  test.each([
    ['“We **will** _go_ ~~home~~,” she said.', '“We will go home,” she said.'],
    ['See [the *report*](http://example.com "t") and [it][1].\n\n[1]: http://example.com', 'See the report and it.'],
    ['A note[^1] here.\n\n[^1]: Of mine.', 'A note here.'],
    ['A \\*star\\*, &ldquo;quoted&rdquo; &amp; `code`.', 'A *star*, “quoted” & code.'],
    ['> “We will\n> go on,”\nshe said.', '“We will go on,” she said.'],
    ['One line  \nand\\\nthe<br>next.', 'One line and the next.'],
    ['![a picture](a.jpg) Words beside it.', 'Words beside it.'],
    ['    Four spaces make no program.', 'Four spaces make no program.'],
    ['<p>Words in &quot;HTML&quot;,<br>too.</p>', 'Words in "HTML", too.'],
    ['At <https://example.com> now.', 'At https://example.com now.'],
    ['At https://example.com/a_b now.', 'At https://example.com/a_b now.'],
    ['At www.example.com or jo@example.com now.', 'At www.example.com or jo@example.com now.'],
  ])('%s', async (text, reads) => {
    expect(seen(await read('a.md', `# Talks end\n\n${text}`))).toEqual(['headline: Talks end', `paragraph: ${reads}`]);
  });
});

describe('prose without markup gives the same result as the parser', () => {
  test.each([
    ['two paragraphs', 'We saw it.\n\n“We will act,” he said.\n'],
    ['lines that go on', 'We saw it\nand\r\nwill act.'],
    ['more than one empty line', '\n\n\nWe saw it.\n\n\n\r\n\r\nWe will act.\n\n'],
    ['brackets, figures, other scripts', '(We saw 3.5% of it; 10 – 12 = nothing!) #1\n\nÉtienne said so?'],
  ])('%s', (_, text) => {
    expect(isProse(text)).toBe(true);
    expect(proseBlocks(text, 0)).toEqual(markdownBlocks(text, 0));
  });

  test.each([
    '*a*',
    'a\n===',
    '- a',
    '1. a',
    '# a',
    ' a',
    'a  \nb',
    '<p>',
    '&amp;',
    'see www.a.org',
    'a@b.org',
    'a\tb',
  ])('uses the parser for %j', (text) => {
    expect(isProse(text)).toBe(false);
  });
});

test.each([
  ['a picture', '![alt](a.jpg)'],
  ['code', '```\nlet it = be;\n```'],
  ['a table', '| a | b |\n|---|---|\n| c | d |'],
  ['a rule', '---'],
  ['a definition', '[a]: http://example.com'],
  ['a comment', '<!-- not to be seen -->'],
  ['a script', '<script>alert(1)</script>'],
  ['a caption', '*The minister leaves the hall. (Yonhap)*'],
  ['a byline', '**By Jane Doe**'],
])('%s is in no part', async (_, markup) => {
  const article = await read('a.md', `# Talks end\n\n${markup}\n\n${prose('it')}`);
  expect(seen(article)).toEqual(['headline: Talks end', `paragraph: ${prose('it')}`]);
});

test('each item of a list is a paragraph', async () => {
  expect(seen(await read('a.md', '# Talks end\n\n- one\n  goes on\n- two\n\n1. three'))).toEqual([
    'headline: Talks end',
    'paragraph: one goes on',
    'paragraph: two',
    'paragraph: three',
  ]);
});

test('headings are headings, but a file of thousands of them is read as plain text', async () => {
  const headingsIn = async (count: number): Promise<number> => {
    const { parts } = await read('a.md', `${prose('it')}\n\n${'# Heading\n\n'.repeat(count)}${prose('it')}`);
    return parts.filter(({ kind }) => kind === 'heading').length;
  };
  expect(await headingsIn(100)).toBeGreaterThan(90);
  expect(await headingsIn(5_100)).toBe(0);
});

describe('reports invalid front matter with its line', () => {
  test.each([
    ['never closed', '---\ntitle: Talks end\n\nThe story.', /opens in line 1 is never closed/],
    ['a list', '---\nsource: x\ntitle: [Talks\n---\nThe story.', /invalid in line \d .*quote/],
    ['a tab', '---\ntitle: a\n\tsource: b\n---\nThe story.', /invalid in line 3/],
  ])('%s', async (_, text, message) => {
    await expect(read('a.md', text)).rejects.toThrow(message);
    await expect(read('a.md', text)).rejects.toHaveProperty('name', 'UserError');
  });

  test('a thematic break at the top is no front matter', async () => {
    expect(seen(await read('a.md', `---\n\n${prose('it')}`))).toEqual([`paragraph: ${prose('it')}`]);
  });
});
