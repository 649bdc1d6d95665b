import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestScope } from '#core/access/requester';
import type { Invocation } from '#core/commands/invocation';
import type { Reply } from '#core/reply';
import type { Store, Tenant } from '#core/storage/store';
import { openStore } from '#store/index';
import { dispatcherOf, textOf } from '../support/dispatcher.ts';
import { scheduleOf, scopeOf, slotOf } from '../support/scheduling.ts';

const LOFT: Tenant = { platform: 'pigeon', workspace: 'loft' };
const BARN: Tenant = { platform: 'pigeon', workspace: 'barn' };
const DIRECT: Tenant = { platform: 'pigeon', workspace: 'loft/D1' };
const TWIN: Tenant = { platform: 'drum', workspace: 'loft' };

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
  for (const [at, tenant] of [LOFT, BARN, DIRECT, TWIN].entries()) await fill(tenant, `s${at}`);
});
afterEach(() => store.close());

/** A schedule, a post, a seen article and a feed of one tenant. */
async function fill(tenant: Tenant, id: string): Promise<void> {
  const name = `${tenant.platform} ${tenant.workspace}`;
  await store.schedules.add(scheduleOf({ ...tenant, id, about: `secrets of ${name}` }));
  await store.slots.insert([slotOf({ ...tenant, schedule: id, state: 'due', due: 10 })]);
  const [claim] = await store.slots.claim(id, 10, 1_000, 1);
  const seen = [{ article: `article of ${name}`, version: 'v1' }];
  if (claim) await store.slots.recordOutcome(claim, { state: 'sent', message: `message of ${name}`, seen }, 11);
  const url = `https://post.example/${encodeURIComponent(name)}`;
  const { id: feed } = await store.feeds.ensure({ id: url, url, title: `feed of ${name}` }, 0);
  await store.feeds.subscribe({ ...tenant, channel: 'C1', feed, author: 'kim', created: 0 });
}

const ask = async (line: string | Invocation, scope: Partial<RequestScope> = {}): Promise<Reply> => {
  const { export: exported, forget } = store.tenants;
  const dispatcher = dispatcherOf([], [], { data: { export: exported, delete: forget } });
  const requester = { id: 'id', tenantKey: 'loft', scope: scopeOf(scope) };
  const question =
    typeof line === 'string' ? ({ kind: 'line', text: line } as const) : ({ kind: 'component', ...line } as const);
  return (await dispatcher.dispatch(question, requester)).reply;
};

/** The JSON of an export. */
const exportedTo = async (scope: Partial<RequestScope> = {}): Promise<Record<string, unknown>> => {
  const text = textOf(await ask('/data export', scope));
  return JSON.parse(text.slice(text.indexOf('\n{')));
};

describe('/data export', () => {
  test('shows all stored data of a workspace, as JSON', async () => {
    const kept = await exportedTo();
    expect(kept).toMatchObject({
      ...LOFT,
      schedules: [{ id: 's0', time: '07:30', about: 'secrets of pigeon loft' }],
      feeds: [{ url: 'https://post.example/pigeon%20loft', channel: 'C1', title: 'feed of pigeon loft' }],
      posts: [{ schedule: 's0', state: 'sent', message: 'message of pigeon loft' }],
      seen: [{ channel: 'news', article: 'article of pigeon loft' }],
    });
    expect(textOf(await ask('/data export'))).toContain('1 schedule, 1 feed, 1 post.');
  });

  test('shows no data of other tenants, for any user and any text', async () => {
    for (const tenant of [LOFT, BARN, DIRECT, TWIN]) {
      const text = JSON.stringify(await exportedTo(tenant));
      const others = [LOFT, BARN, DIRECT, TWIN].filter((other) => other !== tenant);
      for (const { platform, workspace } of others) expect(text).not.toContain(`of ${platform} ${workspace}"`);
    }
    for (const line of ['/data export workspace:barn', '/data export barn', "/data export ' OR 1=1 --"])
      expect(textOf(await ask(line))).not.toContain('barn"');
    for (const workspace of ['%', 'loft%', "' OR '1'='1", '', 'LOFT', 'loft/', '__proto__'])
      expect(await exportedTo({ workspace })).toMatchObject({ schedules: [], feeds: [], posts: [], seen: [] });
  });
});

describe('/data delete', () => {
  const left = async (tenant: Tenant): Promise<number> => {
    const { schedules, feeds, posts, seen } = await store.tenants.export(tenant);
    return [schedules, feeds, posts, seen].flat().length;
  };

  test('asks for confirmation, and deletes nothing before', async () => {
    const asked = await ask('/data delete');
    expect(textOf(asked)).toContain('Delete all data stored for this workspace: 1 schedule, 1 feed');
    expect(textOf(asked)).toContain('This cannot be undone.');
    expect(await left(LOFT)).toBe(4);
    const [yes] = asked.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
    expect(yes).toMatchObject({ label: 'Delete all', command: 'data delete', options: { confirmed: 'yes' } });
    expect(textOf(await ask(yes as Invocation))).toContain('Deleted: 1 schedule, 1 feed');
    expect(await left(LOFT)).toBe(0);
    expect(textOf(await ask(yes as Invocation))).toContain('No data is stored for this workspace.');
  });

  test('deletes nothing of other workspaces and platforms, but conversations within it', async () => {
    await ask('/data delete confirmed');
    expect([await left(BARN), await left(TWIN), await left(DIRECT)]).toEqual([4, 4, 0]);
  });

  test('in a direct message deletes only its data', async () => {
    await ask('/data delete confirmed', DIRECT);
    expect([await left(LOFT), await left(BARN), await left(TWIN), await left(DIRECT)]).toEqual([4, 4, 4, 0]);
  });
});

test.each(['/data export', '/data delete', '/data delete confirmed'])(
  '%s requires permission to manage the workspace',
  async (line) => {
    const told = textOf(await ask(line, { canManageSchedules: async () => false }));
    expect(told).toBe(
      'Only people who may manage this workspace may export or delete its data. Everyone may type /privacy.',
    );
    expect((await store.tenants.export(LOFT)).schedules).toHaveLength(1);
  },
);

test('/privacy says what is stored, for how long, how it is deleted, and whom to contact', async () => {
  const operator = {
    support: 'mailto:help@onrecord.example',
    privacy: 'https://on.example/privacy',
    retentionDays: 12,
  };
  const dispatcher = dispatcherOf([], [], { operator });
  const text = textOf((await dispatcher.dispatch({ kind: 'line', text: '/privacy' })).reply);
  for (const words of [
    'Schedules and feeds',
    'Not stored: messages',
    'deleted 12 days after it is removed',
    '/data export',
  ])
    expect(text).toContain(words);
  expect(text).toContain('Questions: help@onrecord.example');
  expect(text).toContain('Full policy: https://on.example/privacy');
});

test('/help explains menus and mentions, and shows the contact and the terms', async () => {
  const operator = { support: 'https://on.example/help', terms: 'https://on.example/terms', retentionDays: 30 };
  const dispatcher = dispatcherOf([], [], { operator });
  const text = textOf((await dispatcher.dispatch({ kind: 'line', text: '/help' })).reply);
  expect(text).toContain('Brief this, in the menu of a message');
  expect(text).toContain('Mention Onrecord or send it a message');
  expect(text).toContain('Share, under an answer');
  expect(text).toContain('Questions: https://on.example/help · Terms: https://on.example/terms · Privacy: /privacy');
});
