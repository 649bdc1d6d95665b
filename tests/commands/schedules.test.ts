import { describe, expect, test } from 'vitest';
import type { RequestScope } from '#core/access/requester';
import type { Invocation } from '#core/commands/invocation';
import type { Dispatcher } from '#core/ports';
import type { Reply } from '#core/reply';
import type { Schedule } from '#core/schedule';
import type { SlotRecord } from '#core/storage/store';
import { answerTo, dispatcherOf, textOf } from '../support/dispatcher.ts';
import { river } from '../support/river.ts';
import { scheduleOf, schedulingOf, scopeOf, slotOf } from '../support/scheduling.ts';

const SCHEDULES: readonly Schedule[] = [
  scheduleOf(),
  scheduleOf({ id: 's2', channel: 'C042', time: '10:00', days: [6, 7], zone: 'Europe/Paris', about: 'dams', grace: 2 }),
  scheduleOf({ id: 's3', workspace: 'another', channel: 'C999', about: 'secrets' }),
];

/** A channel with schedules, and a user in it. */
function room({
  schedules = SCHEDULES,
  history = [],
  ...requestScope
}: Partial<RequestScope> & { schedules?: readonly Schedule[]; history?: readonly SlotRecord[] } = {}) {
  const scheduling = schedulingOf(schedules, history);
  const dispatcher = dispatcherOf([river], [], { scheduling, requestScope: scopeOf(requestScope) });
  return { dispatcher, scheduling, ask: async (line: string) => textOf(await answerTo(dispatcher, line)) };
}

const nowhere = { timeZone: async () => undefined };
const guest = { canManageSchedules: async () => false };

describe('a new schedule is confirmed', () => {
  const cases: [line: string, said: string][] = [
    [
      '/schedule add time:07:30',
      'Every weekday at 07:30 (Asia/Seoul) in this channel, first on Monday, 10 March 2025, 07:30.',
    ],
    // It is nine in the evening there: the slot of today has passed.
    ['/schedule add 8pm days:daily', 'Every day at 20:00 (Asia/Seoul) in this channel, first on Monday, 10 March 2025'],
    [
      '/schedule add time:7:30 pm days:daily timezone:"new york"',
      'Every day at 19:30 (America/New_York) in this channel, first on Sunday, 9 March 2025, 19:30.',
    ],
    [
      '/schedule add 07:30 days:mon,wed,fri',
      'Every Monday, Wednesday and Friday at 07:30 (Asia/Seoul) in this channel, first on Monday, 10 March 2025',
    ],
    ['/schedule add 07:30 days:weekends', 'Every Saturday and Sunday at 07:30'],
    ['/schedule add 07:30 channel:C042', '(Asia/Seoul) in C042, first on'],
    ['/schedule add 07:30 about:dams', 'only about “dams” · s3'],
    ['/schedule add 07:30 picture:map', 'with a map of positions · s3'],
    ['/schedule add 07:30 picture:voices', 'with a picture of who speaks how much · s3'],
    [
      '/schedule add 07:30 length:full empty:nothing grace:12',
      'length: full · silent when nothing is new · sent up to 12 hours late',
    ],
    ['/일정 추가 시각:07:30 요일:daily', 'Every day at 07:30'],
  ];
  test.each(cases)('%s', async (line, said) => {
    expect(await room({ schedules: SCHEDULES.slice(0, 2) }).ask(line)).toContain(said);
  });

  test('with the given options, and defaults for the rest', async () => {
    const { ask, scheduling } = room({ schedules: [] });
    await ask('/schedule add 07:30');
    await ask(
      '/schedule add time:"7:30 pm" days:sun timezone:KST channel:C042 length:full about:x picture:map empty:nothing grace:3h',
    );
    expect(scheduling.kept()).toEqual([
      scheduleOf({ id: 's1' }),
      scheduleOf({
        ...{ id: 's2', time: '19:30', days: [7], channel: 'C042' },
        ...{ length: 'full', about: 'x', picture: 'map', empty: 'nothing', grace: 3 },
      }),
    ]);
  });

  test('accepts days and a time zone after the time', async () => {
    expect(await room(nowhere).ask('/schedule add 7:30pm mon,fri Seoul')).toContain(
      'Every Monday and Friday at 19:30 (Asia/Seoul) in this channel',
    );
  });

  test('with next steps', async () => {
    expect(await room().ask('/schedule add 07:30')).toContain('[Preview] [Pause] [Remove] [All schedules]');
  });
});

describe('an impossible request is refused with a reason', () => {
  const cases: [line: string, said: string, requestScope?: Partial<RequestScope>][] = [
    ['/schedule add', '/schedule add needs its time: type /schedule add time:07:30.'],
    ['/schedule add time:7', '“7” is not a time of day: type 07:30 or 7:30 pm.'],
    ['/schedule add time:25:00', '“25:00” is not a time of day: type 07:30 or 7:30 pm.'],
    ['/schedule add 07:30 days:someday', '“someday” names no days: type weekdays, daily, or days like mon, wed, fri.'],
    ['/schedule add 07:30 timezone:Asia/Soul', 'There is no time zone “Asia/Soul”. Did you mean Asia/Seoul?'],
    ['/schedule add 07:30 timezone:Seol', 'There is no time zone “Seol”. Did you mean Asia/Seoul?'],
    ['/schedule add 07:30 timezone:Mars', 'There is no time zone “Mars”.'],
    [
      '/schedule add 07:30',
      'Choose a time zone, or add timezone:Seoul, or any other city.\n[Choose: timezone: Europe/London,',
      nowhere,
    ],
    ['/schedule add 07:30 grace:0', '“0” is not a number of hours: grace is from 1 to 24.'],
    ['/schedule add 07:30 grace:25', '“25” is not a number of hours: grace is from 1 to 24.'],
    ['/schedule add 07:30 grace:soon', '“soon” is not a number of hours: grace is from 1 to 24.'],
    ['/schedule add 07:30 length:long', 'length cannot be “long”: type headline, short or full.'],
    ['/schedule add 07:30 empty:silence', 'empty cannot be “silence”: type line or nothing.'],
    [`/schedule add 07:30 about:${'x'.repeat(49)}`, 'about is too long: 48 characters at most.'],
    ['/schedule add 07:30 channel:closed', 'I cannot post in that channel: invite me there first.'],
    ['/schedule ad 07:30', 'Did you mean /schedule add?'],
    ['/schedule pause', 'Name one: type /schedule pause and one of the ids that /schedule list shows.'],
    ['/schedule pause s9', 'There is no schedule “s9” here'],
    // It exists, but belongs to another workspace.
    ...['preview', 'run', 'pause', 'resume', 'remove'].map((verb): [string, string] => [
      `/schedule ${verb} s3`,
      'There is no schedule “s3” here',
    ]),
    ...['add 07:30', 'run s1', 'pause s1', 'resume s1', 'remove s1'].map((verb): [string, string, typeof guest] => [
      `/schedule ${verb}`,
      'Only people who may manage this workspace may change its schedules. Everyone may type /schedule list.',
      guest,
    ]),
  ];
  test.each(cases)('%s', async (line, said, requestScope) => {
    const { ask, scheduling } = room(requestScope);
    expect(await ask(line)).toContain(said);
    expect(scheduling.kept()).toEqual(SCHEDULES);
    expect(scheduling.ran).toEqual([]);
  });

  test('a button that the user may not press is not reported as out of date', async () => {
    const { dispatcher } = room(guest);
    const press = { kind: 'component', command: 'schedule pause', options: { schedule: 's1' } } as const;
    expect(textOf((await dispatcher.dispatch(press)).reply)).toMatch(/^Only people who may manage/);
  });

  test('users without permission are told so at once, without a form', async () => {
    for (const line of ['/schedule add', '/schedule add 07:30', '/schedule run', '/feeds add']) {
      const { dispatcher } = room({ ...guest, ...nowhere });
      const { reply, incomplete } = await dispatcher.dispatch({ kind: 'line', text: line });
      expect(incomplete, line).toBeUndefined();
      expect(textOf(reply), line).toMatch(
        /^Only people who may manage this workspace may change its (schedules|feeds)\./,
      );
      expect(waysOf(reply), line).toEqual([]);
    }
  });

  test('a missing value can be requested in a form', async () => {
    const { dispatcher } = room(nowhere);
    const { incomplete } = await dispatcher.dispatch({ kind: 'line', text: '/schedule add days:daily' });
    expect(incomplete).toEqual({ command: 'schedule add', options: { days: 'daily' } });
    const next = await dispatcher.dispatch({
      kind: 'call',
      command: 'schedule add',
      options: { days: 'daily', time: '7am' },
    });
    expect(next.incomplete).toEqual({ command: 'schedule add', options: { days: 'daily', time: '7am' } });
    const which = await dispatcher.dispatch({ kind: 'line', text: '/schedule remove' });
    expect(which.incomplete).toEqual({ command: 'schedule remove', options: {} });
  });

  test.each(['/schedule list', '/schedule add 07:30', '/status'])('%s where it is not available', async (line) => {
    const nothingKept = dispatcherOf([river], [], { requestScope: scopeOf() });
    expect(textOf(await answerTo(nothingKept, line))).toBe('Nothing is stored here, so nothing can be scheduled.');
    const noSeat = dispatcherOf([river], [], { scheduling: schedulingOf() });
    expect(textOf(await answerTo(noSeat, line))).toBe(
      'Schedules belong to the workspace that has Onrecord: its members can ask in its channels.',
    );
  });
});

describe('every user may see', () => {
  test('all schedules of their workspace', async () => {
    const said = await room(guest).ask('/schedule list');
    expect(said).toContain('2 schedules');
    expect(said).toContain('Every weekday at 07:30 (Asia/Seoul) in this channel · next Mon 10 March, 07:30 · s1');
    expect(said).toContain(
      'Every Saturday and Sunday at 10:00 (Europe/Paris) in C042 · only about “dams” · sent up to 2 hours late · ' +
        'next Sat 15 March, 10:00 · s2',
    );
    expect(said).not.toContain('secrets');
    expect(said).toContain('[Pause: every weekday at 07:30 (Asia/Seoul), in this channel · s1, every Saturday');
    expect(await room(guest).ask('/schedule')).toBe(said);
  });

  test('channels by their names, if the platform has them', async () => {
    const said = await room({ channelName: (channel) => (channel === 'C042' ? '#desk' : undefined) }).ask(
      '/schedule list',
    );
    expect(said).toContain('every Saturday and Sunday at 10:00 (Europe/Paris), in #desk · about “dams” · s2');
  });

  test('paused ones, with the reason', async () => {
    const paused = { since: Date.UTC(2025, 2, 7, 3), reason: 'The channel is archived.' };
    const said = await room({ schedules: [scheduleOf({ paused })] }).ask('/schedule list');
    expect(said).toContain('in this channel · paused since Fri 7 March, 12:00: The channel is archived. · s1');
    expect(said).toContain('[Preview] [Run now] [Resume] [Remove] [Status]');
  });

  test('how to create one, if there is none', async () => {
    expect(await room({ schedules: [] }).ask('/schedule')).toBe(
      'Nothing is scheduled here yet: type /schedule add time:07:30.',
    );
    expect(await room({ schedules: [] }).ask('/schedule preview')).toBe(
      'There is no schedule here yet: type /schedule add time:07:30.',
    );
  });

  test('a preview of the next post, in private', async () => {
    const { dispatcher } = room(guest);
    const { reply } = await dispatcher.dispatch({ kind: 'line', text: '/schedule preview s2' });
    expect(reply.visibility).toBe('asker');
    expect(textOf(reply)).toMatch(
      /^Preview: only you see.*\nNews of 10:00\n\[Brief\]\n\nIn its thread, 1 of 1\nThe dam, in detail$/,
    );
  });
});

describe('a schedule is changed in one line', () => {
  const cases: [line: string, said: string][] = [
    ['/schedule run s2 confirmed', 'It is being posted now, in addition to its usual times: s2.'],
    [
      '/schedule pause s1',
      'Paused: every weekday at 07:30 (Asia/Seoul) in this channel. Nothing is posted until it is resumed.',
    ],
    [
      '/schedule resume s1',
      'Resumed: every weekday at 07:30 (Asia/Seoul) in this channel, next on Monday, 10 March 2025, 07:30.',
    ],
    ['/schedule remove S2 ', 'Removed: every Saturday and Sunday at 10:00 (Europe/Paris) in C042. Its posts stay.'],
  ];
  test.each(cases)('%s', async (line, said) => {
    expect(await room().ask(line.replace('S2', 's2'))).toContain(said);
  });

  test('but asks for confirmation of a public post', async () => {
    const { ask, scheduling, dispatcher } = room();
    expect(await ask('/schedule run s2')).toBe(
      'Post it to C042 now? All its members will see it, in addition to its usual times: every Saturday and Sunday at 10:00 ' +
        '(Europe/Paris).\n[Post now] [Preview] [All schedules]',
    );
    expect(scheduling.ran).toEqual([]);
    const [yes] = waysOf(await answerTo(dispatcher, '/schedule run s2'));
    expect(await pressed(dispatcher, yes as Invocation)).toBe('answered');
    expect(scheduling.ran).toEqual(['s2']);
    expect(await ask('/schedule run s9')).toContain('There is no schedule “s9” here');
  });

  test('and a single one need not be named', async () => {
    const { ask, scheduling } = room({ schedules: [scheduleOf({ id: 'only' })] });
    await ask('/schedule run confirmed');
    expect(scheduling.ran).toEqual(['only']);
  });

  test('and a removed one can be restored', async () => {
    const { dispatcher, ask, scheduling } = room({ schedules: [SCHEDULES[1] as Schedule] });
    const { blocks } = await answerTo(dispatcher, '/schedule remove s2');
    const [again] = blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
    expect(scheduling.kept()).toEqual([]);
    await dispatcher.dispatch({ kind: 'component', command: again?.command ?? '', options: again?.options ?? {} });
    expect(scheduling.kept()).toEqual([{ ...SCHEDULES[1], id: 's1' }]);
    expect(await ask('/schedule')).toContain('only about “dams”');
  });
});

describe('the status', () => {
  const day = (date: number, hour = 22, minute = 30): number => Date.UTC(2025, 2, date, hour, minute);
  const history: readonly SlotRecord[] = [
    slotOf({ due: day(8, 3, 0), manual: true }),
    slotOf({ due: day(7), state: 'sending' }),
    slotOf({ due: day(6), since: day(7, 0, 15), late: true }),
    slotOf({ due: day(5), state: 'missed', reason: 'Onrecord was not running.' }),
    slotOf({ due: day(4), state: 'failed', reason: 'The channel is archived.', channel: 'C042', schedule: 's2' }),
    slotOf({ due: day(3), state: 'uncertain', reason: 'The answer got lost.', schedule: 'gone' }),
    slotOf({ due: day(2), state: 'due', attempts: 2, reason: 'Too many at once.' }),
    slotOf({ due: day(1), workspace: 'another', schedule: 's3' }),
  ];

  test('shows at most fifteen past posts', async () => {
    const many = Array.from({ length: 40 }, (_, index) => slotOf({ due: day(1) - index * 86_400_000 }));
    const said = await room({ history: many }).ask('/status');
    expect(said.match(/ — sent /g)).toHaveLength(15);
  });

  test('shows the next and the last posts, in the user’s time zone', async () => {
    const said = await room({ history }).ask('/status');
    expect(said.split('\n').slice(0, 12)).toEqual([
      'Status',
      'Times are in Asia/Seoul.',
      'Next',
      'Mon 10 March, 07:30 — every weekday at 07:30 (Asia/Seoul) in this channel · s1',
      'Sat 15 March, 18:00 — every Saturday and Sunday at 10:00 (Europe/Paris) in C042 · s2',
      'Last',
      'Sat 8 March, 12:00 — sent · run manually · this channel · s1',
      'Sat 8 March, 07:30 — is being posted · this channel · s1',
      'Fri 7 March, 07:30 — sent late, Fri 7 March, 09:15 · this channel · s1',
      'Thu 6 March, 07:30 — missed: Onrecord was not running. · this channel · s1',
      'Wed 5 March, 07:30 — failed: The channel is archived. · C042 · s2',
      'Tue 4 March, 07:30 — uncertain: The answer got lost. · this channel · gone',
    ]);
    expect(said).toContain('will be retried soon: Too many at once.');
    expect(said).toContain('it is not posted again');
    expect(said).not.toContain('s3');
  });

  test('uses each schedule’s time zone if the user’s is unknown', async () => {
    const said = await room({ history: history.slice(4, 6), ...nowhere }).ask('/status');
    expect(said).toContain('Sat 15 March, 10:00 (Europe/Paris) — every Saturday');
    expect(said).toContain('Tue 4 March, 23:30 (Europe/Paris) — failed');
    expect(said).toContain('Mon 3 March, 22:30 (UTC) — uncertain');
  });

  test('reports pauses, incomplete posts and empty ones', async () => {
    const paused = { since: Date.UTC(2025, 2, 7, 3) };
    const said = await room({
      schedules: [scheduleOf({ paused })],
      history: [slotOf({ message: '' }), slotOf({ message: 'm1', reason: 'The thread could not be posted.' })],
    }).ask('/status');
    expect(said).toContain('paused since Fri 7 March, 12:00 — every weekday');
    expect(said).toContain('nothing was new, so nothing was posted');
    expect(said).toContain('sent, but: The thread could not be posted.');
  });

  test('is empty without schedules', async () => {
    expect(await room({ schedules: [] }).ask('/status')).toContain('Nothing is scheduled here yet');
  });
});

describe('completion', () => {
  const completed = (line: string, requestScope?: Partial<RequestScope>) =>
    room(requestScope)
      .dispatcher.completeLine(line)
      .map(({ value }) => value);

  const cases: [line: string, values: string[]][] = [
    ['/sch', ['/schedule']],
    ['/schedule re', ['resume', 'remove']],
    ['/schedule add days:week', ['days:weekdays', 'days:weekends']],
    ['/schedule add days:mon,f', ['days:mon,friday']],
    ['/schedule add timezone:seo', ['timezone:Asia/Seoul']],
    ['/schedule pause schedule:', ['schedule:s1', 'schedule:s2']],
    ['/schedule pause schedule:paris', ['schedule:s2']],
    ['/schedule pause schedule:dams', ['schedule:s2']],
    ['/일정 멈춤 일정:s1', ['일정:s1']],
  ];
  test.each(cases)('%s', (line, values) => expect(completed(line)).toEqual(values));

  test('describes each schedule, and shows none of another workspace', () => {
    const { dispatcher } = room({ workspace: 'another', channel: 'C999' });
    expect(dispatcher.completeLine('/schedule pause schedule:')).toEqual([
      { label: 'every weekday at 07:30 (Asia/Seoul), in this channel · about “secrets” · s3', value: 'schedule:s3' },
    ]);
  });

  test('offers nothing without a request scope', () => {
    const dispatcher = dispatcherOf([river], [], { scheduling: schedulingOf(SCHEDULES) });
    expect(dispatcher.completeLine('/schedule pause schedule:')).toEqual([]);
  });
});

describe('every button leads to an answer', () => {
  const lines = [
    '/schedule add 07:30',
    '/schedule list',
    '/schedule preview s1',
    '/schedule run s1',
    '/schedule run s1 confirmed',
    '/schedule pause s1',
    '/schedule resume s1',
    '/schedule remove s1',
    '/status',
    '/help schedule',
  ];
  test.each(lines)('%s', async (line) => {
    const first = room();
    const ways = waysOf(await answerTo(first.dispatcher, line));
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) {
      // The state after that line, because some actions undo others.
      const { dispatcher } = room();
      await answerTo(dispatcher, line);
      expect(await pressed(dispatcher, way), JSON.stringify(way)).toBe('answered');
    }
  });
});

const pressed = async (dispatcher: Dispatcher, way: Invocation) =>
  (await dispatcher.dispatch({ kind: 'component', ...way })).outcome;

/** All actions of an answer. */
const waysOf = ({ blocks }: Reply): readonly Invocation[] =>
  blocks.flatMap((block) => {
    if (block.type === 'actions') return block.actions.map(({ command, options }) => ({ command, options }));
    if (block.type !== 'select') return [];
    return block.choices.map(({ value }) => ({
      command: block.command,
      options: { ...block.options, [block.option]: value },
    }));
  });
