import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import type { Article } from '#core/article';
import { readAs } from '#library/edits';
import { prose, read, seen } from './support.ts';

const REST = `\n\n${prose('the bridge')}\n`;

/** Each statement as `speaker: shown words`. */
function said(article: Article): string[] {
  return brief(article)
    .attributions.filter(({ kind }) => kind !== 'indirect')
    .map(({ speaker, quoted }) => {
      const words = quoted.map((span) => readAs(article.text, span, article.edits).replace(/\s+/g, ' '));
      return `${speaker.kind === 'named' ? speaker.speaker.name : '?'}: ${words.join(' … ')}`;
    });
}

describe('quotation marks of every kind', () => {
  test.each([
    ['double primes', '″We did it,″ Ann Lee, the mayor, said.'],
    ['German marks', '„We did it,“ Ann Lee, the mayor, said.'],
    ['typewriter marks', "``We did it,'' Ann Lee, the mayor, said."],
  ])('%s', async (_, line) => expect(said(await read('a.txt', line + REST))).toEqual(['Ann Lee: We did it,']));
});

describe('words hyphenated at a line end are joined, and mapped to the file’s own characters', () => {
  const line =
    'The govern-\nment met on Tuesday with its part-\nners. “The govern\u00ad\nment has a long-\nterm plan for the well-\nbeing of all,” Ann Lee, the mayor, said on Mon-\nday at the well-being centre. It was the third time in a year that they had met, and the last.';

  test('with their own hyphens kept', async () => {
    const article = await read('a.txt', line + REST);
    expect(seen(article)[0]).toBe(
      'paragraph: The government met on Tuesday with its partners. “The government has a long-term plan for the well-being of all,” Ann Lee, the mayor, said on Monday at the well-being centre. It was the third time in a year that they had met, and the last.',
    );
    expect(article.title).toBe('The government met on Tuesday with its partners');
    const span = brief(article).quotes[0]?.quoted[0];
    expect(article.text.slice(span?.start, span?.end)).toMatch(/^The govern\u00ad\nment has a long-\nterm plan/);
  });

  test('but not across paragraphs', async () => {
    expect(seen(await read('a.txt', `It was a long-\n\nterm plan, she said.${REST}`))[0]).toMatch(/: It was a long-$/);
  });
});

test('an email that quotes an article is read as that article', async () => {
  const words = `Town opens bridge\n\n“We did it and we will\ndo it again,” Ann Lee, the mayor,\nsaid on Monday.\n\n${prose('the bridge')}`;
  const article = await read('a.txt', words.replace(/^/gm, '> '));
  expect(seen(article)).toEqual(seen(await read('a.txt', words)));
  expect(said(article)).toEqual(['Ann Lee: We did it and we will do it again,']);
});

describe('a drop cap', () => {
  test.each([
    ['T he council met on Monday.', 'The council met on Monday.'],
    ['“T hey did it,” Ann Lee said.', '“They did it,” Ann Lee said.'],
    ['A man was seen on Monday.', 'A man was seen on Monday.'],
    ['I went there on Monday.', 'I went there on Monday.'],
    ['B team players met on Monday.', 'B team players met on Monday.'],
  ])('%s', async (line, shown) => {
    const lines = seen(await read('a.txt', `Bridge opens\n\n${line}${REST}`));
    expect(lines).toContain(`paragraph: ${shown}`);
  });
});

describe('a transcript', () => {
  const TURNS = [
    'JO MARSH: When will the bridge open?',
    'ANN LEE: It will open on Monday, as we promised.',
    'We worked hard for it.',
    'JO MARSH: And the toll?',
    'ANN LEE: There will be no toll.',
  ];
  const WHOLE = `Interview with the mayor\n\n${TURNS.join('\n\n')}\n`;

  test.each(['a.txt', 'a.md'])('gives what each person says, in %s', async (name) => {
    expect(said(await read(name, WHOLE))).toEqual([
      'Jo Marsh: When will the bridge open?',
      'Ann Lee: It will open on Monday, as we promised. … We worked hard for it.',
      'Jo Marsh: And the toll?',
      'Ann Lee: There will be no toll.',
    ]);
  });

  test('gives what each person says after a time', async () => {
    const timed = [
      '[00:00:12] Jo Marsh: When?',
      '00:40 Ann Lee: Monday.',
      '(1:02) Jo Marsh: And the toll?',
      '1:22 Ann Lee: None.',
    ];
    expect(said(await read('a.txt', `Interview with the mayor\n\n${timed.join('\n\n')}\n`))).toEqual([
      'Jo Marsh: When?',
      'Ann Lee: Monday.',
      'Jo Marsh: And the toll?',
      'Ann Lee: None.',
    ]);
  });

  const HEADED = [
    ['JO MARSH', 'When will the bridge open?'],
    ['ANN LEE', 'It will open on Monday, as we promised.'],
    ['JO MARSH', 'And what about the toll?'],
    ['ANN LEE', 'There will be no toll at all.'],
  ] as const;

  test.each([
    ['directly above them', '\n', 'JO MARSH'],
    ['above them and an empty line', '\n\n', 'JO MARSH'],
    ['in title case', '\n', 'Jo Marsh'],
  ])('gives what each person says, with the names on lines of their own %s', async (_, between, form) => {
    const names = (name: string) =>
      form === 'Jo Marsh' ? name.replace(/(?<=\p{Lu})\p{Lu}+/gu, (rest) => rest.toLowerCase()) : name;
    const turns = HEADED.map(([name, words]) => `${names(name)}${between}${words}`);
    const article = await read('a.txt', `Interview with the mayor\n\n${turns.join('\n\n')}\n`);
    expect(said(article)).toEqual([
      'Jo Marsh: When will the bridge open?',
      'Ann Lee: It will open on Monday, as we promised.',
      'Jo Marsh: And what about the toll?',
      'Ann Lee: There will be no toll at all.',
    ]);
    expect(article.title).toBe('Interview with the mayor');
  });

  test.each([
    ['names that occur once', [HEADED[0], HEADED[1]]],
    ['authors of the entries of a live report', HEADED.map(([name, words]) => [`8.30pm\n\n${name}`, words] as const)],
    ['names above quotations', HEADED.map(([name, words]) => [name, `“${words}”`] as const)],
  ])('is not recognised by %s', async (_, turns) => {
    const text = turns.map(([name, words]) => `${name}\n\n${words}`).join('\n\n');
    const { edits } = await read('a.txt', `Interview with the mayor\n\n${text}${REST}`);
    expect(edits).toEqual([]);
  });

  test('is not recognised if a name and a colon occur once, or quotations are marked already', async () => {
    for (const words of [
      `Bridge opens\n\nWhat we know: the bridge is open.${REST}`,
      `Bridge opens\n\nJo Marsh: “When?”\n\nAnn Lee: “Monday.”\n\nJo Marsh: “And the toll?”${REST}`,
    ])
      expect(said(await read('a.txt', words)).join()).not.toMatch(/bridge is open|: “/);
  });
});

describe('text outside the story', () => {
  test.each([
    ['FOR IMMEDIATE RELEASE', 'City opens new bridge over the river'],
    ['View this post on Instagram', 'City opens new bridge over the river'],
    ['EMBARGOED UNTIL 9 a.m. Monday', 'City opens new bridge over the river'],
    ['IMMEDIATE RELEASE:', 'City opens new bridge over the river'],
    ['View this email in your browser', 'City opens new bridge over the river'],
    ['View in browser', 'City opens new bridge over the river'],
    ['WATCH LIVE', 'City opens new bridge over the river'],
    ['Cookie policy', 'City opens new bridge over the river'],
  ])('is no title: %s', async (line, title) => {
    const article = await read('a.txt', `${line}\n\n${title}\n\n${prose('the bridge')}${REST}`);
    expect(article.title).toBe(title);
  });

  test.each([
    'Page 2 of 3',
    '21:00Jo Marsh',
    '20:45 GMT Bo Dahl',
    'READ MORE: Five things to know about the budget',
    'Photo: Jo Marsh/Paper',
  ])('is no paragraph: %s', async (line) => {
    const lines = seen(await read('a.txt', `Bridge opens\n\n${prose('the toll')}\n\n${line}${REST}`));
    expect(lines.join('\n')).not.toContain(line);
    expect(lines).toHaveLength(3);
  });

  test('keeps what only looks similar', async () => {
    const lines = seen(
      await read(
        'a.txt',
        `Bridge opens\n\nRead more: that was what she told the class.\n\n21:00 was too late for Jo Marsh.${REST}`,
      ),
    );
    expect(lines).toHaveLength(4);
  });
});
