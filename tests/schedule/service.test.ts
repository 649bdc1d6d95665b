import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ForbiddenError, UserError } from '#core/errors';
import type { Reply } from '#core/reply';
import type { Schedule } from '#core/schedule';
import type { Scheduling } from '#core/scheduling';
import { textOf } from '../support/dispatcher.ts';
import { articleOf, INPUT, SCOPE, type TestProcess, type World, worldAt } from '../support/schedule/world.ts';
import { scopeOf } from '../support/scheduling.ts';

const MINUTE = 60_000;
/** Five minutes before 07:30 in Seoul on 11 March. */
const START = Date.UTC(2025, 2, 10, 22, 25);
const ELSEWHERE = scopeOf({ workspace: 'barn' });
const NOTHING: Reply = { visibility: 'channel', blocks: [] };
const NOBODY = scopeOf({ userId: 'lee', canManageSchedules: async () => false });

let world: World;
let process: TestProcess;
let scheduling: Scheduling;
beforeEach(async () => {
  world = await worldAt(START);
  world.entries = [articleOf('alpha')];
  process = await world.start();
  scheduling = process.scheduling;
});
afterEach(() => world.close());

const added = async (input: Partial<typeof INPUT> = {}): Promise<Schedule> =>
  (await scheduling.add(SCOPE, { ...INPUT, ...input })).schedule;

describe('adding', () => {
  test('stores the options, and returns when it starts', async () => {
    const { schedule, next } = await scheduling.add(SCOPE, { ...INPUT, about: 'rivers', grace: 3 });
    expect(schedule).toMatchObject({ ...INPUT, about: 'rivers', grace: 3, channel: 'news', author: 'kim' });
    expect(schedule.created).toBe(START);
    expect(schedule.id).toMatch(/^[a-z0-9]{5}$/);
    expect(next).toEqual({ day: '2025-03-11', due: START + 5 * MINUTE });
    expect(await scheduling.list(SCOPE)).toEqual([{ schedule, next }]);
    expect(scheduling.cached(SCOPE)).toEqual([schedule]);
  });

  test('stores the language of its author, and posts in it', async () => {
    const schedule = await added({ language: 'ko' });
    expect(schedule.language).toBe('ko');
    expect(textOf((await scheduling.preview(SCOPE, schedule.id)).parent)).toContain('아침 브리핑');
    await world.time.pass(10 * MINUTE);
    const [post] = world.platform.messages;
    expect(post && textOf(post.reply)).toContain('아침 브리핑 · 2025년 3월 11일');
  });

  test('is for the given channel', async () => {
    expect((await added({ channel: 'sports' })).channel).toBe('sports');
  });

  test('is refused if the channel cannot be posted in, with what to do, and stores nothing', async () => {
    world.platform.whyCannotPost = 'Invite Onrecord to the channel first.';
    const refused = scheduling.add(SCOPE, INPUT);
    await expect(refused).rejects.toThrow('Invite Onrecord to the channel first.');
    await expect(refused).rejects.toBeInstanceOf(ForbiddenError);
    expect(await scheduling.list(SCOPE)).toEqual([]);
  });

  test('is refused on a platform that is not connected', async () => {
    await expect(scheduling.add(scopeOf({ platform: 'drum' }), INPUT)).rejects.toThrow('Nothing can be posted here');
  });

  test('gives it a unique id, even if a random one is taken', async () => {
    await world.close();
    const drawn = [...Array(10).fill(0), ...Array(5).fill(0.5)];
    world = await worldAt(START, () => drawn.shift() ?? 0.9);
    ({ scheduling } = await world.start());
    const ids = [(await added()).id, (await added({ channel: 'sports' })).id];
    expect(new Set(ids).size).toBe(2);
    expect((await scheduling.list(SCOPE)).map(({ schedule: { id } }) => id).toSorted()).toEqual(ids.toSorted());
  });

  test('gives each its own id', async () => {
    const ids = [];
    for (let at = 0; at < 20; at++) ids.push((await added({ channel: `c${at}` })).id);
    expect(new Set(ids).size).toBe(20);
  });
});

describe('a schedule that would post the same', () => {
  test('is refused if its subject differs only in case and spaces', async () => {
    await added({ about: 'Ukraine' });
    await expect(added({ about: 'ukraine ' })).rejects.toThrow();
  });

  test('is refused with the existing one', async () => {
    const { id } = await added();
    await expect(added({ length: 'full' })).rejects.toThrow(
      `That is already scheduled: every day at 07:30 (Asia/Seoul), in this channel · ${id}.`,
    );
    expect(await scheduling.list(SCOPE)).toHaveLength(1);
  });

  test('is refused if two are added at once', async () => {
    const both = await Promise.allSettled([added(), added()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await scheduling.list(SCOPE)).toHaveLength(1);
  });

  test.each([
    { channel: 'sports' },
    { time: '08:30' },
    { days: [1] as const },
    { zone: 'Asia/Tokyo' },
    { about: 'rivers' },
  ])('may differ in %o', async (input) => {
    await added();
    await added(input);
    expect(await scheduling.list(SCOPE)).toHaveLength(2);
  });
});

describe('a workspace that removes Onrecord', () => {
  const DAY = 24 * 60 * MINUTE;

  test('gets no more posts, and continues when it returns', async () => {
    await added();
    await process.scheduling.suspend(SCOPE);
    await world.time.pass(10 * MINUTE);
    expect(world.platform.messages).toEqual([]);
    await process.scheduling.revive(SCOPE);
    expect(scheduling.cached(SCOPE)[0]?.paused).toBeUndefined();
    await world.time.leap(DAY - 15 * MINUTE);
    await world.time.pass(20 * MINUTE);
    expect(world.platform.messages).not.toEqual([]);
  });

  test('leaves nothing behind after thirty days', async () => {
    await added();
    await process.scheduling.suspend(SCOPE);
    await world.time.leap(29 * DAY);
    await world.time.pass(MINUTE);
    expect(await process.scheduling.tenants(SCOPE.platform)).toHaveLength(1);
    await world.time.leap(2 * DAY);
    await world.time.pass(MINUTE);
    expect(await process.scheduling.tenants(SCOPE.platform)).toEqual([]);
  });
});

test('who may change schedules is stated by the platform', async () => {
  const requestScope = { ...NOBODY, managerDescription: 'people with “Manage Loft”' };
  await expect(scheduling.add(requestScope, INPUT)).rejects.toThrow(
    'Only people with “Manage Loft” may change its schedules.',
  );
});

describe('only users with permission to manage', () => {
  test.each<[what: string, work: (id: string) => Promise<unknown>]>([
    ['add', () => scheduling.add(NOBODY, INPUT)],
    ['pause', (id) => scheduling.pause(NOBODY, id)],
    ['resume', (id) => scheduling.resume(NOBODY, id)],
    ['remove', (id) => scheduling.remove(NOBODY, id)],
    ['run', (id) => scheduling.run(NOBODY, id)],
  ])('%s', async (_, work) => {
    const { id } = await added();
    await expect(work(id)).rejects.toThrow('Only people who may manage this workspace');
    expect(await scheduling.list(SCOPE)).toHaveLength(1);
    expect(await scheduling.history(SCOPE)).toEqual([]);
  });

  test('every user may list them', async () => {
    const { id } = await added();
    expect(await scheduling.list(NOBODY)).toHaveLength(1);
    expect(await scheduling.preview(NOBODY, id)).toBeDefined();
  });
});

describe('another workspace', () => {
  test.each<[what: string, work: (id: string) => Promise<unknown>]>([
    ['pause', (id) => scheduling.pause(ELSEWHERE, id)],
    ['resume', (id) => scheduling.resume(ELSEWHERE, id)],
    ['remove', (id) => scheduling.remove(ELSEWHERE, id)],
    ['run', (id) => scheduling.run(ELSEWHERE, id)],
    ['preview', (id) => scheduling.preview(ELSEWHERE, id)],
  ])('cannot %s it, nor learn that it is there', async (_, work) => {
    const { id } = await added();
    await expect(work(id)).rejects.toThrow(`There is no schedule “${id}” here`);
    await expect(work(id)).rejects.toBeInstanceOf(UserError);
    expect((await scheduling.list(SCOPE))[0]?.schedule).not.toHaveProperty('paused');
  });

  test('does not see them', async () => {
    const { id } = await added();
    await scheduling.run(SCOPE, id);
    await world.time.pass(MINUTE);
    for (const tenant of [ELSEWHERE, scopeOf({ platform: 'drum' })]) {
      expect(scheduling.cached(tenant)).toEqual([]);
      expect(await scheduling.list(tenant)).toEqual([]);
      expect(await scheduling.history(tenant)).toEqual([]);
    }
  });
});

describe('pausing', () => {
  test('has no due slots until it is resumed, and none of the pause afterwards', async () => {
    const { id } = await added();
    expect((await scheduling.pause(SCOPE, id.toUpperCase())).paused).toEqual({ since: START });
    expect((await scheduling.list(SCOPE))[0]).not.toHaveProperty('next');
    await world.time.pass(10 * MINUTE);
    expect(await scheduling.resume(SCOPE, id)).toMatchObject({ next: { day: '2025-03-12' } });
    expect(scheduling.cached(SCOPE)[0]).not.toHaveProperty('paused');
    await world.time.pass(10 * MINUTE);
    expect(world.platform.messages).toEqual([]);
    expect(await scheduling.history(SCOPE)).toEqual([]);
  });

  test('cannot be ended while the channel is unavailable', async () => {
    const { id } = await added();
    await scheduling.pause(SCOPE, id);
    world.platform.whyCannotPost = 'The channel is archived.';
    await expect(scheduling.resume(SCOPE, id)).rejects.toThrow('The channel is archived.');
    expect((await scheduling.list(SCOPE))[0]?.schedule.paused).toBeDefined();
  });
});

describe('running it now', () => {
  test('posts once, apart from its slots, and says so if repeated within the minute', async () => {
    const { id } = await added();
    await scheduling.run(SCOPE, id);
    await world.time.pass(10_000);
    await expect(scheduling.run(SCOPE, id)).rejects.toThrow(
      'A post of this schedule was already requested within the last minute',
    );
    await world.time.pass(MINUTE);
    const [only, ...others] = world.platform.messages.filter(({ threadParent: under }) => under === undefined);
    expect(only?.at).toBeLessThanOrEqual(START + 2_000);
    expect(textOf(only?.reply ?? NOTHING)).toContain('11 March 2025');
    expect(others).toEqual([]);
    await world.time.pass(9 * MINUTE);
    expect((await scheduling.history(SCOPE)).map(({ manual, state }) => [manual, state])).toEqual([
      [false, 'sent'],
      [true, 'sent'],
    ]);
  });

  test('posts once if two users run it at the same time', async () => {
    const { id } = await added();
    const asked = await Promise.allSettled([scheduling.run(SCOPE, id), scheduling.run(SCOPE, id)]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  test('is not late, however long the platform delays it', async () => {
    const { id } = await added();
    world.platform.outcome = () => ({ kind: 'retry', retryAfterMs: 10 * MINUTE, reason: 'Too many.' });
    await scheduling.run(SCOPE, id);
    await world.time.pass(2 * MINUTE);
    world.platform.outcome = () => ({ kind: 'taken' });
    await scheduling.pause(SCOPE, id);
    await world.time.pass(20 * MINUTE);
    expect(textOf(world.platform.messages[0]?.reply ?? NOTHING)).not.toContain('late');
  });

  test('works while paused, and reports if nothing is new', async () => {
    const { id } = await added({ empty: 'nothing' });
    await scheduling.pause(SCOPE, id);
    await scheduling.run(SCOPE, id);
    await world.time.pass(MINUTE);
    await scheduling.run(SCOPE, id);
    await world.time.pass(MINUTE);
    expect(textOf(world.platform.messages.at(-1)?.reply ?? NOTHING)).toContain('Nothing new.');
  });

  test('is refused if the channel is unavailable', async () => {
    const { id } = await added();
    world.platform.whyCannotPost = 'The channel is archived.';
    await expect(scheduling.run(SCOPE, id)).rejects.toThrow('The channel is archived.');
    expect(await scheduling.history(SCOPE)).toEqual([]);
  });
});

describe('a preview', () => {
  test('equals the post, and marks nothing as seen', async () => {
    const { id } = await added();
    const { parent, thread } = await scheduling.preview(SCOPE, id);
    expect(await scheduling.preview(SCOPE, id)).toEqual({ parent, thread });
    expect(await world.store.seenArticles.list(SCOPE, 'news')).toEqual([]);
    await world.time.pass(10 * MINUTE);
    expect(world.platform.messages.map(({ reply }) => reply)).toEqual([parent, ...thread]);
  });

  test('shows the next day if today’s has been posted', async () => {
    const { id } = await added();
    await world.time.pass(10 * MINUTE);
    const { parent } = await scheduling.preview(SCOPE, id);
    expect(textOf(parent)).toContain('12 March 2025');
  });

  test('says if nothing would be posted', async () => {
    const { id } = await added({ empty: 'nothing' });
    await world.time.pass(10 * MINUTE);
    const { parent, thread } = await scheduling.preview(SCOPE, id);
    expect(textOf(parent)).toBe('Nothing is new, so nothing would be posted.');
    expect(thread).toEqual([]);
  });
});

test('schedules are cached, including paused ones', async () => {
  const { id } = await added();
  await scheduling.pause(SCOPE, id);
  const another = await world.start();
  for (const service of [scheduling, another.scheduling]) {
    expect(service.cached(SCOPE)).toMatchObject([{ id, paused: { since: START } }]);
  }
  await scheduling.remove(SCOPE, id);
  expect(scheduling.cached(SCOPE)).toEqual([]);
  const other = await world.start();
  expect(other.scheduling.cached(SCOPE)).toEqual([]);
});

test('removed schedules stay in the history, and are not posted', async () => {
  const { id } = await added();
  await world.time.pass(10 * MINUTE);
  expect(await scheduling.remove(SCOPE, id)).toMatchObject({ id });
  await world.time.leap(24 * 60 * MINUTE);
  await world.time.pass(MINUTE);
  expect((await scheduling.history(SCOPE)).map(({ schedule, state }) => [schedule, state])).toEqual([[id, 'sent']]);
});

test('a removed workspace leaves nothing behind', async () => {
  const { id } = await added();
  await scheduling.add(ELSEWHERE, INPUT);
  await scheduling.run(SCOPE, id);
  await world.time.pass(MINUTE);
  await process.scheduling.forget(SCOPE);
  expect(scheduling.cached(SCOPE)).toEqual([]);
  expect(await scheduling.list(SCOPE)).toEqual([]);
  expect(await scheduling.history(SCOPE)).toEqual([]);
  expect(await world.store.seenArticles.list(SCOPE, 'news')).toEqual([]);
  expect(await scheduling.list(ELSEWHERE)).toHaveLength(1);
});
