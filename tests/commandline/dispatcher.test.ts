import { describe, expect, test } from 'vitest';
import { lastWord, makeDispatcher } from '#commandline';
import { commands } from '#commands';
import type { Command, Context } from '#core/commands/command';
import { ForbiddenError, MissingOptionError } from '#core/errors';
import { shortId } from '#text/short-id';
import { catalogOf, makeEntry } from '../support/briefing.ts';
import { answerTo, answerToCall, dispatcherOf, readTestUpload, textOf } from '../support/dispatcher.ts';
import fc, { anyText } from '../support/property.ts';
import { river } from '../support/river.ts';
import { schedulingOf, scopeOf } from '../support/scheduling.ts';

const dispatcher = dispatcherOf([river]);

describe('completing a line', () => {
  const cases: [line: string, word: string, values: string[]][] = [
    ['/qu', '/qu', ['/quotes']],
    ['po', 'po', ['/positions']],
    [
      '',
      '',
      [
        '/brief',
        '/quotes',
        '/positions',
        '/articles',
        '/search',
        '/feeds',
        '/schedule',
        '/status',
        '/data',
        '/privacy',
        '/help',
      ],
    ],
    ['/quotes ki', 'ki', ['kind:']],
    ['/quotes kind:', 'kind:', ['kind:direct', 'kind:mixed', 'kind:indirect', 'kind:all']],
    ['/quotes kind:in', 'kind:in', ['kind:indirect']],
    ['/quotes speaker:alv', 'speaker:alv', ['speaker:"José Álvarez-Peña"']],
    ['/quotes speaker:"José Á', 'speaker:"José Á', ['speaker:"José Álvarez-Peña"']],
    ['/quotes prem', 'prem', ['"Mara Lind"']],
    ['/quotes speaker:low', 'speaker:low', ['speaker:Lowland']],
    ['/brief article:courier', 'article:courier', ['article:river-dam']],
    ['/brief article:river ', '', ['length:']],
    ['/positions compare:"upland, low', 'compare:"upland, low', ['compare:"upland, Lowland"']],
    ['/help pos', 'pos', ['positions']],
    ['/nonsense ki', 'ki', []],
    ['/quotes colour:r', 'colour:r', []],
  ];
  test.each(cases)('%s', (line, word, values) => {
    expect(lastWord(line)).toBe(word);
    expect(dispatcher.completeLine(line).map(({ value }) => value)).toEqual(values);
  });
});

test('every completion of a line is a valid line', async () => {
  for (const start of ['/quotes ', '/quotes speaker:', '/positions ', '/brief ', '/help ', '/articles ']) {
    for (const { value } of dispatcher.completeLine(start)) {
      const line = start.slice(0, start.length - lastWord(start).length) + value;
      if (!line.endsWith(':')) expect(textOf(await answerTo(dispatcher, line))).not.toMatch(/no command|no option/);
    }
  }
});

test('completes a single option’s value', () => {
  expect(dispatcher.complete('quotes', 'kind', 'mi', {})).toEqual([{ label: 'mixed', value: 'mixed' }]);
  expect(dispatcher.complete('quotes', 'speaker', 'premier', { article: 'river-dam' })).toEqual([
    { label: 'Mara Lind, premier', value: 'Mara Lind' },
  ]);
  expect(dispatcher.complete('quotes', 'speaker', '', { article: 'no such article' })).toEqual([]);
  expect(dispatcher.complete('nothing', 'speaker', '', {})).toEqual([]);
});

test('answers a forged invocation with a sentence', async () => {
  expect(textOf(await answerToCall(dispatcher, 'rm', {}))).toContain('There is no command “rm”.');
  expect(textOf(await answerToCall(dispatcher, 'quotes', { shell: 'sh' }))).toContain('/quotes has no option “shell”.');
  expect(textOf(await answerToCall(dispatcher, 'quotes', { kind: 'x' }))).toContain(
    'kind cannot be “x”: type direct, mixed, indirect or all.',
  );
});

test.each<[when: string, run: Command['run']]>([
  [
    'at once',
    () => {
      throw new Error('the catalog fell down');
    },
  ],
  ['later', () => Promise.reject(new Error('the catalog fell down'))],
])('what nobody foresaw, %s, is logged with its cause, and the asker gets the id', async (_, run) => {
  const logged: unknown[] = [];
  const broken: Command = { name: 'broken', description: 'Break', options: [], run };
  const dispatcher = makeDispatcher({
    commands: [broken, ...commands],
    catalog: catalogOf([river]),
    logger: { info: () => {}, error: (message, details) => logged.push({ message, ...details }) },
    newId: () => 'c0ffee',
    take: readTestUpload,
  });
  expect(textOf(await answerTo(dispatcher, '/broken'))).toBe('Internal error (reference c0ffee).');
  expect(logged).toEqual([
    { message: 'a command failed', id: 'c0ffee', command: 'broken', err: new Error('the catalog fell down') },
  ]);
});

describe('a button', () => {
  const press = (command: string, options: Readonly<Record<string, string>>) =>
    dispatcher.dispatch({ kind: 'component', command, options });

  test('may contain short forms', async () => {
    const { reply, invocation } = await press('quotes', {
      speaker: shortId('Mara Lind'),
      article: shortId('river-dam'),
    });
    expect(invocation).toEqual({ command: 'quotes', options: { speaker: 'Mara Lind', article: 'river-dam' } });
    expect(textOf(reply)).toContain('a slow drought by decree');
  });

  const stale: [what: string, command: string, options: Record<string, string>, sentence: string][] = [
    ['a stand-in', 'quotes', { article: shortId('gone') }, 'The article it refers to no longer exists.'],
    ['a speaker', 'quotes', { speaker: shortId('Vera Quist') }, 'The speaker it refers to no longer exists.'],
    ['an article', 'brief', { article: 'gone' }, 'There is no article “gone”.'],
    ['a page', 'quotes', { page: '7' }, 'There is no page 7: the last is 1.'],
    ['a command', 'rain', {}, 'There is no command “rain”.'],
    ['an option', 'quotes', { colour: 'red' }, '/quotes has no option “colour”.'],
    ['all that it knew', '', {}, 'Continue with one of these.'],
    ['a message', 'brief', { article: 'msg-0000000' }, 'That message is no longer available'],
  ];
  test.each(stale)('reports that %s is gone, and offers others', async (_, command, options, sentence) => {
    const { reply, outcome } = await press(command, options);
    expect(textOf(reply)).toMatch(/^This button is out of date\. /);
    expect(textOf(reply)).toContain(sentence);
    expect(outcome).toBe('mistake');
    const ways = reply.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
    const answers = await Promise.all(ways.map(({ command, options }) => press(command, options)));
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(3).fill('answered'));
  });
});

describe('a button that the user may not press, or that needs a value,', () => {
  const pressed = async (error: Error) => {
    const run = () => {
      throw error;
    };
    const dispatcher = makeDispatcher({
      commands: [{ name: 'bell', description: 'Ring', options: [], run }],
      catalog: catalogOf([]),
      logger: { info: () => {}, error: () => {} },
      newId: () => 'id',
      take: readTestUpload,
    });
    return dispatcher.dispatch({ kind: 'component', command: 'bell', options: {} });
  };

  test('is not out of date', async () => {
    const { reply, outcome } = await pressed(new ForbiddenError('Only ringers may ring.'));
    expect([textOf(reply), outcome]).toEqual(['Only ringers may ring.', 'mistake']);
  });

  test('opens a form, if the platform has forms', async () => {
    const { reply, incomplete } = await pressed(new MissingOptionError('Say which.', { command: 'bell', options: {} }));
    expect([textOf(reply), incomplete]).toEqual(['Say which.', { command: 'bell', options: {} }]);
  });
});

describe('the requester and stored data', () => {
  const asked: Context[] = [];
  const look = (context: Context): void => void asked.push(context);
  const bell: Command = {
    name: 'bell',
    description: 'Ring',
    options: [
      {
        name: 'which',
        description: 'Which',
        type: 'text',
        complete: (context) => {
          look(context);
          return [];
        },
      },
    ],
    run: (_, context) => {
      look(context);
      return { visibility: 'asker', blocks: [] };
    },
  };
  const scheduling = schedulingOf();
  const scope = scopeOf({ channel: 'here' });
  const dispatcher = makeDispatcher({
    commands: [bell],
    catalog: catalogOf([]),
    logger: { info: () => {}, error: () => {} },
    newId: () => 'id',
    take: readTestUpload,
    scheduling,
    requestScope: scope,
  });

  test('are passed to every command and every completion', async () => {
    const requester = { id: 'q1', tenantKey: 'west', scope: scopeOf({ channel: 'river' }) };
    await dispatcher.dispatch({ kind: 'line', text: '/bell' }, requester);
    dispatcher.complete('bell', 'which', '', {}, requester);
    expect(asked.splice(0)).toMatchObject([
      { requester, scheduling },
      { requester, scheduling },
    ]);
  });

  test('are available for the local user', async () => {
    await dispatcher.dispatch({ kind: 'line', text: '/bell' });
    dispatcher.completeLine('/bell which:x');
    expect(asked.splice(0)).toMatchObject([
      { requester: { scope }, scheduling },
      { requester: { scope }, scheduling },
    ]);
  });
});

describe('an option without a value', () => {
  const cases: [line: string, options: Record<string, string>][] = [
    ['/quotes speaker:', {}],
    ['/quotes kind:all speaker:', { kind: 'all' }],
    ['/quotes 화자:', {}],
  ];
  test.each(cases)('%s can be requested in a form', async (text, options) => {
    expect(await dispatcher.dispatch({ kind: 'line', text })).toMatchObject({
      outcome: 'mistake',
      incomplete: { command: 'quotes', options },
    });
  });

  test('is distinguished from other errors', async () => {
    expect(await dispatcher.dispatch({ kind: 'line', text: '/quotes kind:loud' })).not.toHaveProperty('unfinished');
  });
});

describe('an excessively long value', () => {
  const long = 'x'.repeat(101);
  const cases: [command: string, options: Record<string, string>, sentence: string][] = [
    ['quotes', { speaker: long }, 'speaker is too long: 100 characters at most.'],
    ['quotes', { about: long }, 'about is too long: 48 characters at most.'],
    ['brief', { article: 'x'.repeat(301) }, 'article is too long: 300 characters at most.'],
    ['help', { command: long }, 'command is too long: 100 characters at most.'],
  ];
  test.each(cases)('%s %j', async (command, options, sentence) => {
    expect(textOf(await answerToCall(dispatcher, command, options))).toBe(sentence);
  });

  test('is accepted if it is a name in the article', async () => {
    const name = 'a very long name '.repeat(20).trim();
    const speaker = { id: 'long', name, aliases: [], type: 'person' } as const;
    const entry = makeEntry({
      paragraphs: ['“Rain.”'],
      speakers: [speaker],
      said: [{ speaker: 'long', kind: 'direct', words: ['Rain.'] }],
    });
    expect(textOf(await answerToCall(dispatcherOf([entry]), 'quotes', { speaker: name }))).toContain('1 quotation');
  });
});

describe('an uploaded text', () => {
  const story = '“We wait for rain,” Vera Quist said on Monday.\n\n“It will come,” Ola Brandt told reporters.';
  const material = { name: 'message.txt', content: story };
  const asker = (tenantKey: string) => ({ id: 'q1', tenantKey });

  test('is briefed, and available from the same place only', async () => {
    const { reply, outcome, invocation } = await dispatcher.briefUpload(material, asker('west'));
    const article = invocation?.options.article ?? '';
    expect(outcome).toBe('answered');
    expect(textOf(reply)).toContain('We wait for rain');
    const quotes = { kind: 'component', command: 'quotes', options: { article } } as const;
    expect(textOf((await dispatcher.dispatch(quotes, asker('west'))).reply)).toContain('“It will come”');
    const elsewhere = await dispatcher.dispatch(quotes, asker('east'));
    expect(textOf(elsewhere.reply)).toContain('That message is no longer available: choose “Brief this” on it again.');
    expect(elsewhere.outcome).toBe('mistake');
  });

  test('is in no list and no completion, except for its own speakers', async () => {
    const { invocation } = await dispatcher.briefUpload(material, asker('west'));
    const given = { article: invocation?.options.article ?? '' };
    const list = await dispatcher.dispatch({ kind: 'line', text: '/articles' }, asker('west'));
    expect(textOf(list.reply)).not.toContain('We wait');
    expect(dispatcher.complete('brief', 'article', 'wait', {}, asker('west'))).toEqual([]);
    expect(dispatcher.complete('quotes', 'speaker', 'quist', given, asker('west'))).toMatchObject([
      { value: 'Vera Quist' },
    ]);
    expect(dispatcher.complete('quotes', 'speaker', 'quist', given, asker('east'))).toEqual([]);
  });

  test('requires no article in the catalog', async () => {
    const { reply } = await dispatcherOf([]).briefUpload(material);
    expect(textOf(reply)).toContain('We wait for rain');
  });

  test('is answered with a sentence if it is no article', async () => {
    const { reply, outcome } = await dispatcher.briefUpload(
      { name: 'message.txt', content: 'https://a.example' },
      asker('west'),
    );
    expect(textOf(reply)).toContain('There are only links here');
    expect(outcome).toBe('mistake');
  });

  test('is logged if it breaks the reader, and the user gets the id', async () => {
    const logged: unknown[] = [];
    const broken = makeDispatcher({
      commands,
      catalog: catalogOf([]),
      logger: { info: () => {}, error: (_, details) => logged.push(details) },
      newId: () => 'c0ffee',
      take: () => Promise.reject(new TypeError('no such part')),
    });
    const { reply, outcome } = await broken.briefUpload(material);
    expect([textOf(reply), outcome]).toEqual(['Internal error (reference c0ffee).', 'failed']);
    expect(logged).toMatchObject([{ id: 'c0ffee', err: new TypeError('no such part') }]);
  });
});

describe('in Korean', () => {
  const cases: [line: string, values: string[]][] = [
    ['/인', ['/인용', '/개인정보']],
    ['/ㄱ', ['/기사목록', '/검색', '/개인정보']],
    ['/인용 화자:alv', ['화자:"José Álvarez-Peña"']],
    ['/인용 화', ['화자:']],
    ['/quotes 화', ['화자:']],
    ['/인용 화자:lind 유형:전', []],
    ['/인용 유형:in', ['유형:indirect']],
    ['/도움말 인', ['quotes', 'privacy']],
  ];
  test.each(cases)('%s is completed', (line, values) => {
    expect(dispatcher.completeLine(line).map(({ value }) => value)).toEqual(values);
  });

  test('an empty word is completed in the language of the command', () => {
    const names = (line: string) => dispatcher.completeLine(line).filter(({ value }) => value.endsWith(':'));
    expect(names('/인용 ').map(({ value }) => value)).toEqual(
      expect.arrayContaining(['화자:', '기사:', '유형:', '검색어:', '페이지:']),
    );
    expect(names('/quotes ').map(({ value }) => value)).toEqual([
      'speaker:',
      'article:',
      'kind:',
      'about:',
      'since:',
      'page:',
      'as:',
    ]);
  });
});

test('no line makes it throw', async () => {
  const word = fc.constantFrom('/quotes', '/positions', 'compare:', 'speaker:"', '“', "'", '\\', ':', '=', ' ', 'lind');
  const line = fc.array(fc.oneof(word, anyText())).map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(line, async (typed) => {
      dispatcher.completeLine(typed);
      expect((await answerTo(dispatcher, typed)).blocks.length).toBeGreaterThan(0);
      expect(typed.trimStart().endsWith(lastWord(typed))).toBe(true);
    }),
    { numRuns: 8 },
  );
});
