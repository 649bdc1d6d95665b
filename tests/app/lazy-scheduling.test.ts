import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type LazyScheduling, makeLazyScheduling } from '#app/lazy-scheduling';
import { openStore } from '#store/index';
import { type LazyStore, lazyStore } from '#store/lazy-store';
import { makeHealth } from '#web/health';
import { catalogOf } from '../support/briefing.ts';
import { folderOf } from '../support/process.ts';
import { type TestTime, timeFrom } from '../support/schedule/time.ts';
import { scheduleOf } from '../support/scheduling.ts';

const opened: { readonly scheduling: LazyScheduling; readonly store: LazyStore; readonly time: TestTime }[] = [];
afterEach(async () => {
  for (const { scheduling, store } of opened.splice(0)) {
    await scheduling.stop(0);
    await store.close();
  }
});

function schedulingOver(file: string) {
  const time = timeFrom(Date.UTC(2025, 2, 9, 12));
  const lines: string[] = [];
  let rounds = 0;
  const store = lazyStore(file);
  const scheduling = makeLazyScheduling({
    ...{ store, file, catalog: catalogOf([]), clock: time.clock(), owner: 'test', random: () => 0.5 },
    logger: { info: (message) => lines.push(message), error: (message) => lines.push(message) },
    publisherOf: () => undefined,
    platforms: () => [],
    onRound: () => rounds++,
  });
  opened.push({ scheduling, store, time });
  return { scheduling, time, lines, rounds: () => rounds };
}

async function storedFile(): Promise<string> {
  const file = join(folderOf({}), 'data', 'onrecord.db');
  const store = await openStore(file);
  await store.schedules.add(scheduleOf());
  await store.close();
  return file;
}

/** Waits for real disk reads without a timer. */
const turns = async (until: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 10_000 && !until(); turn++) await new Promise((resolve) => setImmediate(resolve));
};

test('a store that cannot be opened at the start is opened once it can be', async () => {
  const file = await storedFile();
  renameSync(file, `${file}.real`);
  writeFileSync(file, 'no store at all, but a text that is long enough to be looked at '.repeat(20));
  const { scheduling, time, lines, rounds } = schedulingOver(file);
  const health = makeHealth([], () => scheduling.status().problem);
  await scheduling.start();
  expect(lines.join('\n')).toContain('is damaged');
  expect(health.report()).toMatchObject({ ok: false, schedules: expect.stringContaining('is damaged') });
  renameSync(`${file}.real`, file);
  await time.pass(11_000);
  await turns(() => rounds() > 0);
  expect(rounds()).toBeGreaterThan(0);
  expect(lines).toContain('scheduling works again');
  expect(health.report()).toMatchObject({ ok: true, schedules: 'ok' });
});

test('a store that was removed while the process was stopped is reported, and no empty one is created', async () => {
  const file = await storedFile();
  rmSync(file);
  const { scheduling, lines } = schedulingOver(file);
  await scheduling.start();
  expect(lines.join('\n')).toContain('existed before and is gone');
  expect(scheduling.status().problem).toContain('ONRECORD_BEGIN_ANEW=yes');
});

test('a folder that is absent at the start is reported, and its store opened once it exists', async () => {
  const file = await storedFile();
  const folder = dirname(file);
  renameSync(folder, `${folder}.away`);
  const { scheduling, time, lines, rounds } = schedulingOver(file);
  await scheduling.start();
  expect(lines).toEqual(['no schedules are stored yet']);
  renameSync(`${folder}.away`, folder);
  await time.pass(11_000);
  await turns(() => rounds() > 0);
  expect(rounds()).toBeGreaterThan(0);
});

test('a file that is removed while it is in use is reported', async () => {
  const file = await storedFile();
  const { scheduling, time, lines, rounds } = schedulingOver(file);
  await scheduling.start();
  await turns(() => rounds() > 0);
  rmSync(file);
  await time.pass(61_000);
  await turns(() => scheduling.status().problem !== undefined);
  expect(scheduling.status().problem).toMatch(/was removed while Onrecord was using it/);
  expect(lines.filter((line) => line.includes('was removed'))).toHaveLength(1);
  mkdirSync(dirname(file), { recursive: true });
});
