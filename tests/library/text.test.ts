import { describe, expect, test } from 'vitest';
import { prose, read, seen } from './support.ts';

describe('a page copied as text', () => {
  const page = [
    'The Example Herald',
    '',
    '광고',
    '',
    'Talks on the dam end without a deal: minister',
    '',
    'Both sides blame each other for “delays”',
    '',
    'By Jane Doe',
    '',
    'Published : May 3, 2024 - 09:15',
    '',
    '    • Link copied',
    '',
    'Water minister Ann Poe leaves the hall. (Yonhap) Water minister Ann Poe leaves the hall. (Yonhap)',
    '',
    prose('the dam'),
    '',
    'What happens next',
    '',
    `“We will go on,” the minister said. ${prose('water')}`,
    '',
    'Advertisement',
    '',
    'The talks will go on in May.',
    '',
    '© 2024 The Example Herald. All rights reserved.',
  ].join('\n');

  test('is separated from boilerplate', async () => {
    expect(seen(await read('dam.txt', page))).toEqual([
      'headline: Talks on the dam end without a deal: minister',
      'subheadline: Both sides blame each other for “delays”',
      `paragraph: ${prose('the dam')}`,
      'heading: What happens next',
      `paragraph: “We will go on,” the minister said. ${prose('water')}`,
      'paragraph: The talks will go on in May.',
    ]);
  });

  test('gives its metadata', async () => {
    expect(await read('News/The Dam 1.txt', page)).toMatchObject({
      id: 'the-dam-1',
      format: 'text',
      title: 'Talks on the dam end without a deal: minister',
      subtitle: 'Both sides blame each other for “delays”',
      authors: ['Jane Doe'],
      published: { at: '2024-05-03T09:15' },
      publisher: 'The Example Herald',
      language: 'en',
    });
  });

  test('reads the same with Windows line ends', async () => {
    expect(seen(await read('dam.txt', page.replaceAll('\n', '\r\n')))).toEqual(seen(await read('dam.txt', page)));
  });
});

describe('paragraphs', () => {
  test('one a line', async () => {
    const text = `Talks end\n\n${prose('the dam')}\n“We tried,” she said.\nHe agreed.\n${prose('water')}`;
    expect(seen(await read('a.txt', text)).map((part) => part.slice(0, 24))).toEqual([
      'headline: Talks end',
      'paragraph: The ministers',
      'paragraph: “We tried,” s',
      'paragraph: He agreed.',
      'paragraph: The ministers',
    ]);
  });

  test('wrapped at a width', async () => {
    const wrapped = `${prose('the dam')} ${prose('water')}`.replace(/(.{1,68})(?:\s|$)/g, '$1\n');
    expect(seen(await read('a.txt', `Talks end\n\n${wrapped}\n“We tried,” she\nsaid.\n`))).toEqual([
      'headline: Talks end',
      `paragraph: ${prose('the dam')} ${prose('water')}`,
      'paragraph: “We tried,” she said.',
    ]);
  });

  test('list items are separate', async () => {
    const text = `Talks end\n\n${prose('the dam')}\n\n- the water of the river\n- the fish in it\n`;
    expect(seen(await read('a.txt', text)).slice(2)).toEqual([
      'paragraph: - the water of the river',
      'paragraph: - the fish in it',
    ]);
  });
});

describe('titles', () => {
  test.each([
    ['a file of one line', 'The talks ended on Monday. Nobody spoke.', 'The talks ended on Monday', ['paragraph']],
    [
      'a dateline, so no headline',
      `SEOUL, May 3 (AP) — ${prose('the dam')}\n\nHe left.`,
      /^The ministers .*…$/,
      ['paragraph', 'paragraph'],
    ],
    [
      'long first paragraph, so no headline',
      `${prose('the dam')} ${prose('it')}\n\nHe left.`,
      /^The ministers .*…$/,
      ['paragraph', 'paragraph'],
    ],
    [
      'headline and what stands under it',
      `Talks end;\nBoth sides blame the other.\n\n${prose('it')}`,
      'Talks end',
      ['headline', 'subheadline', 'paragraph'],
    ],
    ['section above the headline', `World\n\nTalks end\n\n${prose('it')}`, 'Talks end', ['headline', 'paragraph']],
    ['byline above the headline', `By Jane Doe\n\nTalks end\n\n${prose('it')}`, 'Talks end', ['headline', 'paragraph']],
    [
      'an abstract',
      `Talks end.\n\nABSTRACT.\n\nNobody gave in.\n\nFULL TEXT.\n\n${prose('it')}`,
      'Talks end.',
      ['headline', 'subheadline', 'paragraph'],
    ],
    [
      'a name next to a date',
      `Talks end\n\nJane Doe\n\n3 May 2024\n\n${prose('it')}`,
      'Talks end',
      ['headline', 'paragraph'],
    ],
    [
      'a name above an office',
      `Talks end\n\nNobody gave in, and nobody will\n\nJane Doe\nEnvironment correspondent\n\n${prose('it')}`,
      'Talks end',
      ['headline', 'subheadline', 'paragraph'],
    ],
    [
      'a standfirst with a full stop',
      `Talks end\n\nNobody gave in.\n\nBy Jane Doe\n\n${prose('it')}`,
      'Talks end',
      ['headline', 'subheadline', 'paragraph'],
    ],
  ])('%s', async (_, text, title, kinds) => {
    const article = await read('a.txt', text);
    expect(article.title).toEqual(typeof title === 'string' ? title : expect.stringMatching(title));
    expect(article.parts.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a byline at the end is used if there is none above', async () => {
    const article = await read('a.txt', `Talks end\n\n${prose('it')}\n\nBy Jane Doe in Seoul`);
    expect(article.authors).toEqual(['Jane Doe']);
    expect(article.parts).toHaveLength(2);
  });

  test('a text of boilerplate alone is still read', async () => {
    expect(seen(await read('a.txt', 'Advertisement'))).toEqual(['paragraph: Advertisement']);
  });
});

test('removes tags in a text, but not addresses', async () => {
  const text = `Talks end\n\n<tweet author="@a">We <b>won</b>.</tweet>\n\n<tweet id="1"><tweet/>.\n\nMail <jane@example.com> or see <https://example.com> now.`;
  expect(seen(await read('a.txt', text)).slice(1)).toEqual([
    'paragraph: We won.',
    'paragraph: Mail <jane@example.com> or see <https://example.com> now.',
  ]);
});

describe('pages in newspaper layout', () => {
  const story = [`paragraph: ${prose('the dam')}`, 'paragraph: “We tried,” she said.'];
  const body = `${prose('the dam')}\n\n“We tried,” she said.`;
  const doe = ['Jane Doe'];

  test.each([
    [
      'office and place under a name',
      `Talks end\n\n3 May 2024\n\nShare\n\nJane Doe\n\nPolitical correspondent\n\nReporting from Nairobi\n\nGetty Images A minister leaves the hall\nAnn Poe left early on Friday\n\n${body}\n\nRelated topics\nKenya\nWater`,
      doe,
      '2024-05-03',
    ],
    [
      'glued stamp, pictures by number',
      `Talks end\nBy Jane Doe\nMay 3, 20249:15 AM GMT+1Updated 2 days ago\n\nItem 1 of 2 A minister leaves. REUTERS/Jane Doe\n[1/2]A minister leaves. REUTERS/Jane Doe Purchase Licensing Rights, opens new tab\n\n${body}\n\nReporting by Jane Doe; Editing by Ann Poe\n\nOur Standards: The Principles, opens new tab`,
      doe,
      '2024-05-03T09:15',
    ],
    [
      'kicker over the headline, place behind the name',
      `Kenya\nTalks on the dam end in May\n\nJane Doe in Nairobi\nFri 3 May 2024 09.15 BST\nShare\n${body}`,
      doe,
      '2024-05-03T09:15',
    ],
    [
      'caption under the headline',
      `Talks end\nAnn Poe leaves the hall, Friday. (AP Photo/John Roe)\nBy  JANE DOE\nUpdated 3:15 PM EDT, May 3, 2024\n\n${body}\n\n___\n\nPress writer John Roe contributed to this report.`,
      doe,
      '2024-05-03T15:15',
    ],
    [
      'dateline in lines of its own',
      `Talks end\nBy Jane Doe, CNN\n 3 minute read \nUpdated 10:03 AM EDT, Fri May 3, 2024\n\nNairobi\nCNN\n — \n${body}`,
      doe,
      '2024-05-03T10:03',
    ],
    [
      'section before the time',
      `Talks end\n\nAll News 15:40 May 03, 2024\n\n(ATTN: UPDATES in paras 2-3)\n\n${body}\n\njane@example.com\n\n(END)`,
      [],
      '2024-05-03T15:40',
    ],
    [
      'caption with its agency unbracketed',
      `Politics\n\nTalks end\n\nPosted : 2024-05-03 16:20\nUpdated : 2024-05-03 17:02\n\nAnn Poe walks out, Friday. Yonhap\n\nBy Jane Doe\n\n${body}`,
      doe,
      '2024-05-03T16:20',
    ],
    [
      'a mail',
      `Subject: Talks end\nFrom: Jane Doe <jane@example.com>\nDate: Fri, 3 May 2024 09:15:00 +0300\n\n${body}`,
      doe,
      '2024-05-03T09:15',
    ],
  ])('%s', async (_, text, authors, at) => {
    const article = await read('a.txt', text);
    expect(seen(article)).toEqual([expect.stringMatching(/^headline: Talks (?:end|on the dam end in May)$/), ...story]);
    expect(article).toMatchObject({ authors, published: { at } });
  });
});

test.each(['.', '<p>', '***\n\n—'])('%j contains no word, and is no article', async (text) => {
  await expect(read('a.txt', text)).rejects.toThrow('No story was found in the file');
});

test('text without words is neither paragraph nor headline', async () => {
  const article = await read('a.txt', `***\n\n${prose('the dam')}\n\n* * *\n\n${prose('water')}`);
  expect(seen(article)).toEqual([`paragraph: ${prose('the dam')}`, `paragraph: ${prose('water')}`]);
  expect(article.title).not.toBe('');
});

test('the cost of a long word is linear', async () => {
  const before = process.cpuUsage();
  await read('a.txt', `${'a'.repeat(200_000)} ${prose('the dam')}`);
  // Processor time: quadratic cost took over a minute.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
});
