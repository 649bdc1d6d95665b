import { describe, expect, test } from 'vitest';
import { channelOptions, withChannelIds } from '#adapters/slack/inbound/channel-args';
import { makePermissions } from '#adapters/slack/inbound/permissions';
import { commands, translations } from '#commands';
import type { Requester, RequestScope } from '#core/access/requester';
import type { Dispatcher } from '#core/ports';
import { dispatcherOf } from '../../../support/dispatcher.ts';
import { makeInbox } from '../../../support/inbox.ts';
import { river } from '../../../support/river.ts';
import { schedulingOf } from '../../../support/scheduling.ts';
import { type Person, peopleOf } from '../../../support/slack/people.ts';
import { rateLimited } from '../../../support/slack/server.ts';
import { stage } from '../stage.ts';

/** A dispatcher that records requesters. */
function listening(): { readonly dispatcher: Dispatcher; readonly askers: ReturnType<typeof makeInbox<Requester>> } {
  const inner = dispatcherOf([river]);
  const askers = makeInbox<Requester>();
  const dispatcher: Dispatcher = {
    ...inner,
    dispatch: (question, asker) => {
      if (asker) askers.add(asker);
      return inner.dispatch(question, asker);
    },
    complete: (command, option, typed, given, asker) => {
      if (asker) askers.add(asker);
      return inner.complete(command, option, typed, given, asker);
    },
  };
  return { dispatcher, askers };
}

const heard = listening();
const on = stage({ transport: 'socket', entries: [river], dispatcher: heard.dispatcher });

const scopeFor = async (action: Parameters<typeof on.app.deliver>[0]): Promise<RequestScope | undefined> => {
  await on.app.deliver(action);
  return (await heard.askers.next()).scope;
};
const here = { platform: 'Slack', workspace: 'T1', channel: 'C1', userId: 'U1' };
const people = (person: Person) => peopleOf(on.slack, person);

describe('the user has a scope', () => {
  test('in a command, a mention, a button and a form', async () => {
    expect(await scopeFor(on.kim.command('/brief'))).toMatchObject(here);
    const brief = await on.shown();
    expect(await scopeFor(on.kim.mention('brief'))).toMatchObject(here);
    expect(await scopeFor(on.kim.press('Quotes', brief))).toMatchObject(here);
    await on.app.deliver(on.kim.command('/quotes', 'speaker:'));
    await heard.askers.next();
    const form = (await on.slack.call('views.open')).body.view as object;
    const field = { block_id: 'field.speaker', action_id: 'fill.quotes.speaker' };
    expect(await scopeFor(on.kim.type(field, 'lin', form))).toMatchObject(here);
    expect(await scopeFor(on.kim.submit(form, {}))).toMatchObject(here);
  });

  test('of their own in the direct message', async () => {
    const own = { ...here, workspace: 'T1/D1', channel: 'D1' };
    expect(await scopeFor(on.kim.direct('brief'))).toMatchObject(own);
    expect(await scopeFor(people({ channel: 'D1' }).command('/brief'))).toMatchObject(own);
  });

  test('in a workspace of an organisation, however the app was installed', async () => {
    for (const organisation of [true, false]) {
      const lee = people({ enterprise: 'E1', team: 'T7', organisation });
      expect(await scopeFor(lee.command('/brief'))).toMatchObject({ workspace: 'E1/T7' });
      expect(await scopeFor(lee.mention('brief'))).toMatchObject({ workspace: 'E1/T7' });
    }
  });

  test('except as a guest from another workspace', async () => {
    const mention = on.kim.mention('brief', { team: 'T9' });
    expect(await scopeFor(mention)).toBeUndefined();
  });
});

/** The calls about a user, without those for their language. */
const askedAbout = ({ calls }: typeof on.slack) =>
  calls.all.filter(({ method, body }) => method === 'users.info' && body.include_locale === undefined);

describe('who may change schedules', () => {
  const manages = async (person: Person = {}): Promise<boolean | undefined> =>
    (await scopeFor(people(person).command('/brief')))?.canManageSchedules();

  test.each([
    ['an admin', { is_admin: true }, true],
    ['an owner', { is_owner: true }, true],
    ['anybody else', {}, false],
    ['an admin who has left', { is_admin: true, deleted: true }, false],
    ['an admin of another workspace', { is_admin: true, is_stranger: true }, false],
  ])('%s', async (_, member, expected) => {
    on.slack.channels.members.set('U1', member);
    expect(await manages()).toBe(expected);
  });

  test('every user their own, in the direct message, without a call to Slack', async () => {
    expect(await manages({ channel: 'D1' })).toBe(true);
    expect(askedAbout(on.slack)).toEqual([]);
  });

  test('is requested only when needed, and once a minute', async () => {
    let now = 0;
    let asked = 0;
    const call = async () => ({ user: { is_admin: ++asked === 1 } });
    const seatOf = makePermissions({
      sender: { call },
      logger: on.app.test.host.logger,
      schedulers: [],
      now: () => now,
    });
    const source = { team: 'T1', enterprise: undefined, isOrganisation: false };
    const caller = { source, tenantKey: 'slack:T1', user: 'U1', channel: 'C1', routes: [], client: {} as never };
    const requestScope = seatOf(caller);
    expect(asked).toBe(0);
    expect([await requestScope?.canManageSchedules(), await seatOf(caller)?.canManageSchedules(), asked]).toEqual([
      true,
      true,
      1,
    ]);
    now = 60_001;
    expect([await requestScope?.canManageSchedules(), asked]).toEqual([false, 2]);
  });

  test('is unknown without the scope: the refusal and the log say what to do', async () => {
    on.slack.channels.withhold('users:read');
    const requestScope = await scopeFor(on.kim.command('/brief'));
    await expect(requestScope?.canManageSchedules()).rejects.toThrow(/users:read.*SLACK_SCHEDULERS/);
    expect(await requestScope?.timeZone()).toBeUndefined();
    expect(on.app.test.log()).toContain('missing_scope');
  });

  test('is requested again if Slack failed', async () => {
    on.slack.channels.members.set('U1', { is_admin: true });
    const requestScope = await scopeFor(on.kim.command('/brief'));
    on.slack.failNext('users.info', rateLimited(90));
    await expect(requestScope?.canManageSchedules()).rejects.toThrow('try again in a minute');
    expect(await requestScope?.canManageSchedules()).toBe(true);
  });
});

test('the time zone is that of the Slack profile', async () => {
  on.slack.channels.members.set('U1', { tz: 'Asia/Seoul' });
  expect(await (await scopeFor(on.kim.command('/brief')))?.timeZone()).toBe('Asia/Seoul');
});

test('a channel is recognised in every language, and only in its option', () => {
  const options = channelOptions({ commands, translations });
  const ids = (text: string) => withChannelIds(text, options, { id: 'C1', name: 'news' });
  expect(options.size).toBeGreaterThan(1);
  for (const option of options) expect(ids(`time:7 ${option}:"<#C0RIVER|river>"`)).toBe(`time:7 ${option}:"C0RIVER"`);
  const untouched = [
    'about:#news',
    'about:<#C0RIVER|river>',
    'channel:#other',
    'https://a.example/channel:#news',
    '#news',
  ];
  for (const text of untouched) expect(ids(text)).toBe(text);
});

describe('a user on the list', () => {
  const listed = stage({ transport: 'socket', settings: { SLACK_SCHEDULERS: 'U7, U1' }, dispatcher: heard.dispatcher });
  test('may change schedules, admin or not, without a call to Slack', async () => {
    await listed.app.deliver(listed.kim.command('/brief'));
    expect(await (await heard.askers.next()).scope?.canManageSchedules()).toBe(true);
    expect(askedAbout(listed.slack)).toEqual([]);
  });
});

describe('a schedule made in Slack', () => {
  let scheduling = schedulingOf();
  const set = stage(() => {
    scheduling = schedulingOf();
    return { transport: 'socket', entries: [river], dispatcher: dispatcherOf([river], [], { scheduling }) };
  });
  const kept = () => scheduling.kept().map(({ channel, zone, workspace }) => ({ channel, zone, workspace }));
  const admin = () => set.slack.channels.members.set('U1', { is_admin: true, tz: 'Europe/Paris' });

  test.each([
    ['the channel it is typed in', 'time:07:30', 'C1'],
    ['one that Slack says the id of', 'time:07:30 channel:<#C0RIVER|river>', 'C0RIVER'],
    ['one that Slack does not say the name of', 'channel: <#C0RIVER> 07:30', 'C0RIVER'],
    ['one by its bare id', 'time:07:30 channel:C0RIVER', 'C0RIVER'],
    ['the one it is typed in, by name', 'time:07:30 channel:#news', 'C1'],
    ['an unknown one, which the publisher refuses', 'time:07:30 channel:#elsewhere', '#elsewhere'],
  ])('posts to %s', async (_, text, channel) => {
    admin();
    for (const [command, line] of [
      ['/schedule', `add ${text}`],
      ['/onrecord', `schedule add ${text}`],
    ] as const) {
      await set.answered(set.kim.command(command, line));
      expect(kept().at(-1)).toEqual({ channel, zone: 'Europe/Paris', workspace: 'T1' });
    }
    if (text.includes('#news')) return;
    await set.app.deliver(set.kim.mention(`schedule add ${text}`));
    await set.shown('chat.postEphemeral');
    expect(kept().at(-1)?.channel).toBe(channel);
  });

  test('by a form, which asks for what is missing and offers channels', async () => {
    admin();
    await set.app.deliver(set.kim.command('/schedule', 'add'));
    const form = (await set.slack.call('views.open')).body.view as { readonly blocks: readonly Block[] };
    const field = (name: string) => form.blocks.find(({ block_id }) => block_id === `field.${name}`)?.element;
    expect(field('channel')).toMatchObject({ type: 'conversations_select' });
    const { words } = await set.answered(
      set.kim.submit(form, {
        'field.time': { [field('time')?.action_id ?? '']: { type: 'plain_text_input', value: '07:30' } },
        'field.channel': {
          [field('channel')?.action_id ?? '']: { type: 'conversations_select', selected_conversation: 'C0RIVER' },
        },
      }),
    );
    expect(words).toContain('07:30');
    expect(kept()).toEqual([{ channel: 'C0RIVER', zone: 'Europe/Paris', workspace: 'T1' }]);
  });

  test('is refused to users without permission, without an error', async () => {
    set.slack.channels.members.set('U1', {});
    expect((await set.answered(set.kim.command('/schedule', 'add time:07:30 timezone:Seoul'))).words).toContain('Only');
    set.slack.channels.members.delete('U1');
    expect(kept()).toEqual([]);
  });

  test('is shown by /onrecord-status, because /status is a command of Slack', async () => {
    const deeds = [set.kim.command('/onrecord-status'), set.kim.command('/onrecord', 'status')];
    for (const action of deeds) expect((await set.answered(action)).words).toContain('scheduled');
  });
});

interface Block {
  readonly block_id: string;
  readonly element: { readonly type: string; readonly action_id: string };
}
