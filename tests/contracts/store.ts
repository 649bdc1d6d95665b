import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Schedule } from '#core/schedule';
import { optionEntries, scheduleOptions } from '#core/schedule-options';
import type { SlotRecord, Store, Tenant } from '#core/storage/store';

const HERE: Tenant = { platform: 'pigeon', workspace: 'loft' };
const ELSEWHERE: Tenant = { platform: 'pigeon', workspace: 'barn' };
const OTHER_PLATFORM: Tenant = { platform: 'drum', workspace: 'loft' };

const schedule = (id: string, tenant: Tenant = HERE, more: Partial<Schedule> = {}): Schedule => ({
  id,
  ...tenant,
  channel: 'C1',
  time: '07:30',
  days: [1, 2, 3, 4, 5],
  zone: 'Asia/Seoul',
  length: 'short',
  empty: 'line',
  grace: 6,
  author: 'U1',
  created: 1_000,
  ...more,
});

/** A value other than the default for each option. */
const OTHER_OPTIONS = scheduleOptions(
  Object.fromEntries(
    optionEntries.map(([name, option]) => {
      if (option.type === 'choice') return [name, option.choices.find((choice) => choice !== option.default)];
      return [name, option.type === 'text' ? 'rivers' : option.most];
    }),
  ),
);

const slot = (id: string, day: string, more: Partial<SlotRecord> = {}): SlotRecord => ({
  schedule: id,
  day,
  ...HERE,
  channel: 'C1',
  due: 10_000,
  state: 'due',
  late: false,
  manual: false,
  attempts: 0,
  since: 10_000,
  ...more,
});

const SENT = { state: 'sent', message: 'm1', seen: [{ article: 'river', version: 'v1' }] } as const;

/** The contract of all stores. `open` opens the same data each time within one test. */
export function storeContract(name: string, open: () => Promise<Store>, wipe: () => Promise<void>): void {
  describe(`${name} keeps`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
      await wipe();
    });

    const again = async (): Promise<void> => {
      await store.close();
      store = await open();
    };

    test('schedules unchanged over a restart', async () => {
      const full = schedule('s1', HERE, {
        ...OTHER_OPTIONS,
        language: 'ko',
        paused: { since: 5, reason: 'the channel is gone' },
      });
      await store.schedules.add(schedule('s2', HERE, { days: [7], created: 2_000 }));
      await store.schedules.add(full);
      await again();
      expect(await store.schedules.list(HERE)).toEqual([full, schedule('s2', HERE, { days: [7], created: 2_000 })]);
      expect((await store.schedules.listAll()).map(({ id }) => id).toSorted()).toEqual(['s1', 's2']);
    });

    test('all feeds that a channel has, those with an error first', async () => {
      for (const [at, name] of ['b', 'a', 'c', 'unused'].entries()) {
        const { id } = await store.feeds.ensure({ id: name, url: `https://${name}.example/`, title: name }, at);
        if (name !== 'unused')
          await store.feeds.subscribe({ ...HERE, channel: 'C1', feed: id, author: 'U1', created: 0 });
      }
      await store.feeds.claimOne('c', 'test', 10, 1_000);
      await store.feeds.settle('c', 'test', { kind: 'failed', message: 'It is gone.', next: 20, ended: false }, 11);
      const listed = await store.feeds.list(10);
      expect(listed.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
      expect(listed[0]?.error).toEqual({ message: 'It is gone.', since: 11 });
      expect((await store.feeds.list(2)).map(({ id }) => id)).toEqual(['c', 'a']);
    });

    test('no more feeds than a workspace may have', async () => {
      const { id } = await store.feeds.ensure({ id: 'news', url: 'https://news.example/', title: 'News' }, 1);
      const subscribe = (channel: string, scope = HERE) =>
        store.feeds.subscribe({ ...scope, channel, feed: id, author: 'U1', created: 0 });
      for (let count = 0; count < 500; count++) await subscribe(`C${count}`);
      await expect(subscribe('one more')).rejects.toThrow('500 feeds');
      await subscribe('theirs', ELSEWHERE);
    });

    test('a pause once, a new start after it, and nothing of removed schedules', async () => {
      await store.schedules.add(schedule('s1'));
      expect(await store.schedules.pause(HERE, 's1', { since: 7, reason: 'archived' })).toBe(true);
      expect(await store.schedules.pause(HERE, 's1', { since: 8 })).toBe(false);
      expect((await store.schedules.list(HERE))[0]?.paused).toEqual({ since: 7, reason: 'archived' });
      expect(await store.schedules.resume(HERE, 's1', 9_000)).toBe(true);
      expect(await store.schedules.resume(HERE, 's1', 9_001)).toBe(false);
      expect(await store.schedules.list(HERE)).toEqual([schedule('s1', HERE, { created: 9_000 })]);
      expect(await store.schedules.remove(HERE, 's1')).toBe(true);
      expect(await store.schedules.remove(HERE, 's1')).toBe(false);
      expect(await store.schedules.list(HERE)).toEqual([]);
    });

    test('no more schedules than a workspace may have', async () => {
      for (let count = 0; count < 50; count++) await store.schedules.add(schedule(`t${count}`, OTHER_PLATFORM));
      for (let count = 0; count < 100; count++) await store.schedules.add(schedule(`s${count}`));
      await expect(store.schedules.add(schedule('one-more'))).rejects.toThrow('There are 100 schedules here already');
      await store.schedules.add(schedule('theirs', ELSEWHERE));
    });

    test('schedule ids unique, even among those of earlier slots', async () => {
      expect(await store.schedules.add(schedule('s1'))).toBe(true);
      expect(await store.schedules.add(schedule('s1', ELSEWHERE))).toBe(false);
      await store.slots.insert([slot('s1', '2025-01-01')]);
      await store.schedules.remove(HERE, 's1');
      expect(await store.schedules.add(schedule('s1', ELSEWHERE))).toBe(false);
      expect(await store.schedules.listAll()).toEqual([]);
    });

    test('the rows of each workspace apart', async () => {
      await store.schedules.add(schedule('s1'));
      await store.slots.insert([slot('s1', '2025-01-01')]);
      const [claim] = await store.slots.claim('a', 10_000, 1_000, 10);
      if (claim) await store.slots.recordOutcome(claim, SENT, 10_001);
      expect(await store.seenArticles.list(HERE, 'C2')).toEqual([]);
      await store.schedules.add(schedule('s2', HERE, { paused: { since: 5 } }));
      for (const tenant of [ELSEWHERE, OTHER_PLATFORM]) {
        expect(await store.schedules.list(tenant)).toEqual([]);
        expect(await store.schedules.resume(tenant, 's2', 1)).toBe(false);
        expect(await store.schedules.pause(tenant, 's1', { since: 1 })).toBe(false);
        expect(await store.schedules.resume(tenant, 's1', 1)).toBe(false);
        expect(await store.schedules.remove(tenant, 's1')).toBe(false);
        expect(await store.slots.history(tenant, 10)).toEqual([]);
        expect(await store.seenArticles.list(tenant, 'C1')).toEqual([]);
        expect(await store.slots.hasSent(tenant, 's1')).toBe(false);
        await store.tenants.forget(tenant);
      }
      expect(await store.schedules.list(HERE)).toHaveLength(2);
      expect(await store.slots.history(HERE, 10)).toHaveLength(1);
      expect(await store.seenArticles.list(HERE, 'C1')).toHaveLength(1);
    });

    test('nothing of a deleted workspace', async () => {
      await store.schedules.add(schedule('s1'));
      await store.slots.insert([slot('s1', '2025-01-01'), slot('s1', '2025-01-02')]);
      const [claim] = await store.slots.claim('a', 10_000, 1_000, 1);
      if (claim) await store.slots.recordOutcome(claim, SENT, 10_001);
      await store.tenants.forget(HERE);
      expect(await store.schedules.list(HERE)).toEqual([]);
      expect(await store.slots.history(HERE, 10)).toEqual([]);
      expect(await store.seenArticles.list(HERE, 'C1')).toEqual([]);
      expect(await store.slots.claim('a', 20_000, 1_000, 10)).toEqual([]);
    });

    test('no version of an article shown only to a deleted workspace', async () => {
      for (const [id, tenant] of [
        ['s1', HERE],
        ['s2', ELSEWHERE],
      ] as const) {
        await store.slots.insert([slot(id, '2025-01-01', tenant)]);
        await store.versions.save(id, 'river', ['One.']);
        const [claim] = await store.slots.claim('a', 10_000, 1_000, 1);
        const seen = [{ article: 'river', version: id }];
        if (claim) await store.slots.recordOutcome(claim, { ...SENT, seen }, 10_001);
      }
      await store.tenants.forget(HERE);
      expect(await store.versions.sentences('s1')).toBeUndefined();
      expect(await store.versions.sentences('s2')).toEqual(['One.']);
    });

    test('nothing of the conversations of a deleted workspace, and everything of others', async () => {
      const { workspace } = HERE;
      const within = { ...HERE, workspace: `${workspace}/D1` };
      const beside = { ...HERE, workspace: `${workspace}0` };
      await store.schedules.add(schedule('s1', within));
      await store.schedules.add(schedule('s2', beside));
      await store.schedules.add(schedule('s3', { ...within, ...OTHER_PLATFORM, workspace: within.workspace }));
      await store.tenants.forget(HERE);
      expect((await store.schedules.listAll()).map(({ id }) => id).sort()).toEqual(['s2', 's3']);
    });

    test('the tenants with data, by platform', async () => {
      await store.schedules.add(schedule('s1'));
      await store.schedules.add(schedule('s2', { ...HERE, workspace: 'loft/D1' }));
      await store.schedules.add(schedule('s3', OTHER_PLATFORM));
      await store.slots.insert([slot('s4', '2025-01-01', ELSEWHERE)]);
      expect((await store.tenants.list('pigeon')).map(({ workspace }) => workspace)).toEqual([
        'barn',
        'loft',
        'loft/D1',
      ]);
    });

    test('that a workspace is welcomed once each time it installs Onrecord', async () => {
      const claims = [HERE, HERE, ELSEWHERE].map((tenant) => store.tenants.claimWelcome(tenant, 1_000));
      expect(await Promise.all(claims)).toEqual([true, false, true]);
      expect(await store.tenants.claimWelcome(HERE, 2_000)).toBe(true);
      expect(await store.tenants.claimWelcome(HERE, 2_000)).toBe(false);
      expect(await store.tenants.list(HERE.platform)).toContainEqual(HERE);
      await store.tenants.forget(HERE);
      expect(await store.tenants.list(HERE.platform)).not.toContainEqual(HERE);
    });

    test('the data of a workspace that has removed Onrecord, until it expires', async () => {
      await store.schedules.add(schedule('s1'));
      await store.schedules.add(schedule('s2', ELSEWHERE));
      await store.tenants.suspend(HERE, 5_000);
      await store.tenants.suspend(HERE, 9_000);
      expect((await store.schedules.list(HERE))[0]?.paused?.since).toBe(5_000);
      expect(await store.tenants.purge(4_999)).toEqual([]);
      expect(await store.schedules.list(HERE)).toHaveLength(1);
      expect(await store.tenants.purge(5_000)).toEqual([HERE]);
      expect((await store.schedules.listAll()).map(({ id }) => id)).toEqual(['s2']);
      expect(await store.tenants.purge(5_000)).toEqual([]);
    });

    test('the data of a workspace that returns, and resumes its schedules except those that users paused', async () => {
      const within = { ...HERE, workspace: 'loft/D1' };
      for (const id of ['s1', 's2']) await store.schedules.add(schedule(id));
      await store.schedules.add(schedule('s3', within));
      await store.schedules.pause(HERE, 's2', { since: 2_000 });
      await store.tenants.suspend(HERE, 5_000);
      expect(await store.tenants.revive(HERE, 7_000)).toBe(true);
      const paused = (await store.schedules.list(HERE)).map(({ id, paused: pause }) => [id, pause?.since] as const);
      expect(new Map(paused)).toEqual(
        new Map([
          ['s1', undefined],
          ['s2', 2_000],
        ]),
      );
      expect((await store.schedules.list(within))[0]).toMatchObject({ created: 7_000 });
      expect(await store.tenants.purge(10_000)).toEqual([]);
      expect(await store.tenants.revive(HERE, 8_000)).toBe(false);
    });

    test('the data of a workspace that returns after its organisation had removed Onrecord', async () => {
      await store.schedules.add(schedule('s1', { ...HERE, workspace: 'E1/T1' }));
      await store.tenants.suspend({ ...HERE, workspace: 'E1' }, 5_000);
      expect(await store.tenants.revive({ ...HERE, workspace: 'E1/T1' }, 7_000)).toBe(true);
      expect(await store.tenants.purge(10_000)).toEqual([]);
      expect((await store.schedules.listAll())[0]?.paused).toBeUndefined();
    });

    test('the sentences of an article by its version', async () => {
      await store.versions.save('v1', 'river', ['“One.”', 'Two.']);
      await store.versions.save('v1', 'river', ['never read']);
      expect(await store.versions.sentences('v1')).toEqual(['“One.”', 'Two.']);
      expect(await store.versions.sentences('v2')).toBeUndefined();
    });
  });

  describe(`${name} has a slot store in which`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.schedules.add(schedule('s1'));
    });
    afterEach(async () => {
      await store.close();
      await wipe();
    });

    test('a slot is entered once, even by two processes', async () => {
      await store.slots.insert([slot('s1', '2025-01-01')]);
      const [claim] = await store.slots.claim('a', 10_000, 1_000, 10);
      await store.slots.insert([slot('s1', '2025-01-01', { state: 'missed', reason: 'late' })]);
      await store.slots.insert([slot('s1', '2025-01-01')]);
      expect((await store.slots.history(HERE, 10)).map(({ state }) => state)).toEqual(['sending']);
      if (claim) await store.slots.recordOutcome(claim, SENT, 10_001);
      await store.slots.insert([slot('s1', '2025-01-01')]);
      expect(await store.slots.claim('b', 20_000, 1_000, 10)).toEqual([]);
    });

    test('a missed slot that is due after all is due, without a trace of having been missed', async () => {
      const missed = slot('s1', '2025-01-01', { state: 'missed', reason: 'the clock was wrong' });
      const due = slot('s1', '2025-01-01', { due: 12_000, late: true, since: 12_001 });
      await store.slots.insert([missed]);
      await store.slots.insert([{ ...missed, since: 11_000, reason: 'missed once more' }]);
      expect(await store.slots.history(HERE, 1)).toEqual([missed]);
      await store.slots.insert([due]);
      expect(await store.slots.history(HERE, 1)).toEqual([due]);
      expect(await store.slots.claim('a', 12_001, 1_000, 10)).toHaveLength(1);
    });

    test('the slot due longest is claimed first', async () => {
      await store.slots.insert([slot('s1', '2025-01-01', { due: 9_000 }), slot('s1', '2025-01-02', { due: 8_000 })]);
      expect(await store.slots.claim('a', 10_000, 1_000, 1)).toMatchObject([{ day: '2025-01-02' }]);
    });

    test('a slot is claimed by one process, and by another only when the lease has expired', async () => {
      await store.slots.insert([slot('s1', '2025-01-01')]);
      const [first] = await store.slots.claim('a', 10_000, 1_000, 10);
      expect(first).toMatchObject({ previousState: 'due', attempts: 1, state: 'sending', owner: 'a' });
      expect(await store.slots.claim('b', 10_999, 1_000, 10)).toEqual([]);
      const [second] = await store.slots.claim('b', 11_000, 1_000, 10);
      expect(second).toMatchObject({ previousState: 'sending', attempts: 2, owner: 'b' });
      if (!first || !second) throw new Error('both were claimed');
      expect(await store.slots.renew(first, 99_000)).toBe(false);
      expect(await store.slots.recordOutcome(first, SENT, 11_001)).toBe(false);
      expect(await store.slots.renew(second, 99_000)).toBe(true);
      expect(await store.slots.claim('c', 98_999, 1_000, 10)).toEqual([]);
      expect(await store.slots.recordOutcome(second, SENT, 11_002)).toBe(true);
      expect(await store.slots.recordOutcome(second, SENT, 11_003)).toBe(false);
    });

    test('two concurrent processes never claim the same slot', async () => {
      const days = Array.from({ length: 20 }, (_, at) => slot('s1', `2025-01-${String(at + 1).padStart(2, '0')}`));
      await store.slots.insert(days);
      const other = await open();
      const taken = (
        await Promise.all(
          [store, other, store, other].map((opened, at) => opened.slots.claim(`p${at}`, 10_000, 1_000, 7)),
        )
      ).flat();
      // The second process may have claimed fewer; the others are still open.
      taken.push(...(await store.slots.claim('p4', 10_000, 1_000, 20)));
      expect(taken).toHaveLength(20);
      expect(new Set(taken.map(({ day }) => day)).size).toBe(20);
      await other.close();
    });

    test('the post and the seen articles are recorded together', async () => {
      await store.slots.insert([slot('s1', '2025-01-01'), slot('s1', '2025-01-02', { due: 20_000 })]);
      for (const version of ['v1', 'v2']) {
        const [claim] = await store.slots.claim('a', 30_000, 1_000, 1);
        if (!claim) throw new Error('there is one more');
        await store.slots.recordOutcome(claim, { ...SENT, seen: [{ article: 'river', version }] }, 30_001);
      }
      expect(await store.seenArticles.list(HERE, 'C1')).toEqual([{ article: 'river', version: 'v2' }]);
      expect(await store.slots.history(HERE, 10)).toMatchObject([
        { day: '2025-01-02', state: 'sent', message: 'm1', since: 30_001 },
        { day: '2025-01-01', state: 'sent' },
      ]);
    });

    test('the missing parts of a thread are recorded with the post', async () => {
      await store.slots.insert([slot('s1', '2025-01-01')]);
      expect(await store.slots.hasSent(HERE, 's1')).toBe(false);
      const [claim] = await store.slots.claim('a', 10_000, 1_000, 1);
      if (claim) await store.slots.recordOutcome(claim, { ...SENT, reason: 'too long' }, 10_500);
      expect(await store.slots.history(HERE, 1)).toMatchObject([{ state: 'sent', reason: 'too long' }]);
      expect(await store.slots.hasSent(HERE, 's1')).toBe(true);
      expect(await store.slots.hasSent(HERE, 's2')).toBe(false);
    });

    test('more articles can be seen at once than fit one SQL statement', async () => {
      await store.slots.insert([slot('s1', '2025-01-01')]);
      const [claim] = await store.slots.claim('a', 10_000, 1_000, 1);
      const seen = Array.from({ length: 8_000 }, (_, at) => ({ article: `a${at}`, version: 'v' }));
      if (claim) await store.slots.recordOutcome(claim, { ...SENT, seen }, 10_500);
      expect(await store.seenArticles.list(HERE, 'C1')).toHaveLength(8_000);
    });

    test('the time of the next claimable slot is known', async () => {
      expect(await store.slots.nextReadyAt()).toBeUndefined();
      await store.slots.insert([slot('s1', '2025-01-01'), slot('s1', '2025-01-02')]);
      expect(await store.slots.nextReadyAt()).toBeLessThanOrEqual(10_000);
      const [first, second] = await store.slots.claim('a', 10_000, 1_000, 2);
      expect(await store.slots.nextReadyAt()).toBe(11_000);
      if (first) await store.slots.recordOutcome(first, { state: 'due', retryAt: 10_700, reason: 'busy' }, 10_500);
      expect(await store.slots.nextReadyAt()).toBe(10_700);
      for (const claim of [...(await store.slots.claim('a', 10_700, 1_000, 1)), ...(second ? [second] : [])]) {
        await store.slots.recordOutcome(claim, SENT, 10_800);
      }
      expect(await store.slots.nextReadyAt()).toBeUndefined();
    });

    test('the slots of other platforms are not claimed', async () => {
      await store.slots.insert([slot('s1', '2025-01-01'), slot('s2', '2025-01-01', OTHER_PLATFORM)]);
      expect(await store.slots.nextReadyAt([])).toBeUndefined();
      expect(await store.slots.claim('a', 10_000, 1_000, 2, [])).toEqual([]);
      expect(await store.slots.claim('a', 10_000, 1_000, 2, ['drum'])).toMatchObject([{ schedule: 's2' }]);
      expect(await store.slots.nextReadyAt(['drum'])).toBe(11_000);
      expect(await store.slots.claim('a', 10_000, 1_000, 2)).toMatchObject([{ schedule: 's1' }]);
    });

    test('a retry delayed by a clock that ran ahead is not waited for', async () => {
      const ahead = 99_000_000;
      await store.slots.insert([slot('s1', '2025-01-01'), slot('s1', '2025-01-02')]);
      const [claim] = await store.slots.claim('a', ahead, 1_000, 2);
      if (claim) await store.slots.recordOutcome(claim, { state: 'due', retryAt: ahead + 9, reason: 'busy' }, ahead);
      expect(await store.slots.claim('b', 10_000, 1_000, 2)).toMatchObject([
        { previousState: 'due' },
        { previousState: 'sending' },
      ]);
    });

    test('a failed slot waits until its retry', async () => {
      await store.slots.insert([slot('s1', '2025-01-01')]);
      const [claim] = await store.slots.claim('a', 10_000, 1_000, 1);
      if (claim) await store.slots.recordOutcome(claim, { state: 'due', retryAt: 12_000, reason: 'busy' }, 10_500);
      expect(await store.slots.claim('a', 11_999, 1_000, 1)).toEqual([]);
      expect(await store.slots.claim('a', 12_000, 1_000, 1)).toMatchObject([{ attempts: 2, reason: 'busy' }]);
    });

    test.each(['failed', 'missed', 'uncertain'] as const)(
      'a slot that is %s stays so, with its reason',
      async (state) => {
        await store.slots.insert([slot('s1', '2025-01-01')]);
        const [claim] = await store.slots.claim('a', 10_000, 1_000, 1);
        if (claim) await store.slots.renew(claim, 12_000, 'two articles');
        if (claim) await store.slots.recordOutcome(claim, { state, reason: 'so it was' }, 10_500);
        expect(await store.slots.claim('a', 99_000, 1_000, 1)).toEqual([]);
        expect((await store.slots.history(HERE, 1))[0]).not.toHaveProperty('plan');
        expect(await store.slots.history(HERE, 1)).toMatchObject([{ state, reason: 'so it was' }]);
      },
    );

    test('the newest slot of each existing schedule is listed', async () => {
      await store.schedules.add(schedule('s2'));
      await store.slots.insert([
        slot('s1', '2025-01-01'),
        slot('s1', '2025-01-03', { state: 'missed', reason: 'x' }),
        slot('s1', '2025-01-02'),
        slot('gone', '2025-01-02'),
      ]);
      const latest = await store.slots.latest();
      expect([...latest.keys()]).toEqual(['s1']);
      expect(latest.get('s1')).toMatchObject({ day: '2025-01-03', state: 'missed', reason: 'x' });
    });

    test('a manual post is not the newest slot of a schedule', async () => {
      await store.slots.insert([slot('s1', '2025-01-01'), slot('s1', 'now 2025-01-01 1', { manual: true })]);
      expect((await store.slots.latest()).get('s1')?.day).toBe('2025-01-01');
      expect((await store.slots.history(HERE, 2)).map(({ manual }) => manual).toSorted()).toEqual([false, true]);
      expect(await store.slots.claim('a', 10_000, 1_000, 10)).toHaveLength(2);
    });

    test('a checkpoint is recorded before sending, and found by the process that takes over', async () => {
      await store.slots.insert([slot('s1', '2025-01-01')]);
      const [claim] = await store.slots.claim('a', 10_000, 1_000, 1);
      if (claim) expect(await store.slots.renew(claim, 12_000, 'two articles')).toBe(true);
      const [second] = await store.slots.claim('b', 12_000, 1_000, 1);
      expect(second).toMatchObject({ previousState: 'sending', plan: 'two articles' });
      if (second) await store.slots.recordOutcome(second, { state: 'due', retryAt: 12_500, reason: 'busy' }, 12_100);
      const [third] = await store.slots.claim('c', 12_500, 1_000, 1);
      expect(third).toMatchObject({ previousState: 'due', plan: 'two articles' });
      if (third) await store.slots.recordOutcome(third, SENT, 12_600);
      expect(await store.slots.history(HERE, 1)).not.toMatchObject([{ plan: 'two articles' }]);
    });

    test('a checkpoint belongs to one slot, and stays until there is another', async () => {
      await store.slots.insert([slot('s1', '2025-01-01'), slot('s1', '2025-01-02')]);
      const [first] = await store.slots.claim('a', 10_000, 1_000, 2);
      if (!first) throw new Error('there are two');
      await store.slots.renew(first, 12_000, 'two articles');
      await store.slots.renew(first, 12_000);
      const again = await store.slots.claim('b', 12_000, 1_000, 2);
      expect(again.map(({ day, plan }) => [day, plan]).toSorted()).toEqual([
        [first.day, 'two articles'],
        ['2025-01-02', undefined],
      ]);
    });

    test('ten thousand slots can be recorded at once', async () => {
      const many = Array.from({ length: 10_000 }, (_, at) => slot(`m${at}`, '2025-01-01'));
      await store.slots.insert(many);
      expect(await store.slots.claim('a', 10_000, 1_000, 20_000)).toHaveLength(10_000);
    });
  });
}
