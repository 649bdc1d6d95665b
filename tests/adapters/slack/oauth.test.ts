import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MemorySecretStore, memorySecretStore, testHost } from '../../support/adapter-host.ts';
import { river } from '../../support/river.ts';
import { startApp, type TestApp } from '../../support/slack/app.ts';
import { EVENT_TIME, type Person, peopleOf } from '../../support/slack/people.ts';
import { readBlocks } from '../../support/slack/read.ts';
import { type LoopbackSlack, startSlack } from '../../support/slack/server.ts';

describe('OAuth', () => {
  let slack: LoopbackSlack;
  let app: TestApp;
  let secretStore: MemorySecretStore;

  const begin = async (): Promise<TestApp> => {
    const host = testHost([river], secretStore);
    const settings = { ONRECORD_URL: await host.listen() };
    return startApp(slack, { transport: 'oauth', entries: [river], host, settings });
  };
  beforeEach(async () => {
    slack = await startSlack();
    secretStore = memorySecretStore();
    app = await begin();
  });
  afterEach(async () => {
    await app.stop();
    await slack.close();
    expect(slack.faults()).toEqual([]);
    expect(app.test.log()).not.toMatch(/of-the-tests|xoxb-|state=/);
  });

  const visit = (path: string, cookie = ''): Promise<Response> =>
    fetch(`${app.address()}${path}`, { redirect: 'manual', headers: { cookie } });

  /** The redirect of an installing user, and the cookies of the browser. */
  const start = async (): Promise<{ readonly url: URL; readonly cookie: string }> => {
    const response = await visit('/slack/install');
    expect(response.status).toBe(302);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { url: new URL(response.headers.get('location') ?? ''), cookie };
  };

  const back = async (query: Record<string, string>, cookie: string): Promise<Response> =>
    visit(`/slack/oauth_redirect?${new URLSearchParams(query)}`, cookie);

  /** Installs the app in a workspace or an organisation. */
  const letIn = async (person: Person, token: string, name = 'River'): Promise<Response> => {
    const { team = 'T1', enterprise, organisation = false } = person;
    slack.grants.codes.set(`code-${token}`, {
      app_id: 'A1',
      authed_user: { id: 'U1' },
      scope: 'commands,chat:write',
      token_type: 'bot',
      access_token: token,
      bot_user_id: 'UBOT',
      team: organisation ? null : { id: team, name },
      enterprise: enterprise === undefined ? null : { id: enterprise, name: 'Waters' },
      is_enterprise_install: organisation,
    });
    const { url, cookie } = await start();
    return back({ code: `code-${token}`, state: url.searchParams.get('state') ?? '' }, cookie);
  };

  /** The token used to answer a mention. */
  const tokenFor = async (person: Person): Promise<string> => {
    await app.deliver(peopleOf(slack, person).mention('brief'));
    return (await slack.call('chat.postEphemeral')).token;
  };

  test('sends the installing user to Slack, with scopes and a state', async () => {
    const { url, cookie } = await start();
    expect(`${url.origin}${url.pathname}`).toBe(`${slack.origin}/oauth/v2/authorize`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: '1.2',
      scope:
        'commands,chat:write,app_mentions:read,im:history,files:read,users:read,channels:history,groups:history,channels:read,groups:read,files:write',
      redirect_uri: `${app.address()}/slack/oauth_redirect`,
      state: expect.stringMatching(/.{20}/),
    });
    expect(cookie).toContain('slack-app-oauth-state=');
  });

  test('stores the token of each workspace, and answers each with its own', async () => {
    expect((await letIn({ team: 'T1' }, 'xoxb-one')).status).toBe(200);
    expect((await letIn({ team: 'T2' }, 'xoxb-two')).status).toBe(200);
    expect(await tokenFor({ team: 'T2' })).toBe('xoxb-two');
    expect(await tokenFor({ team: 'T1' })).toBe('xoxb-one');
    expect(secretStore.keys()).toEqual(['slack/team/T1', 'slack/team/T2']);
  });

  test('welcomes the installing user once', async () => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    const { body, token } = await slack.call('chat.postMessage');
    expect(body.channel).toBe('U1');
    expect(token).toBe('xoxb-one');
    const words = readBlocks(body.blocks);
    for (const line of ['Welcome to Onrecord', '/brief', '/quotes', '/schedule add time:07:30', '/help'])
      expect(words).toContain(line);
    // A reinstallation, as after new scopes, sends no welcome message.
    await letIn({ team: 'T1' }, 'xoxb-two');
    expect(await tokenFor({ team: 'T1' })).toBe('xoxb-two');
    expect(slack.calls.all.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test('installs into a whole organisation, for all its workspaces', async () => {
    const everywhere = { enterprise: 'E1', organisation: true };
    expect((await letIn(everywhere, 'xoxb-all')).status).toBe(200);
    expect(await tokenFor({ ...everywhere, team: 'T7' })).toBe('xoxb-all');
    expect(await tokenFor({ ...everywhere, organisation: false, team: 'T8' })).toBe('xoxb-all');
    expect(secretStore.keys()).toEqual(['slack/enterprise/E1']);
  });

  test('keeps installations over a restart', async () => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    await app.stop();
    app = await begin();
    expect(await tokenFor({ team: 'T1' })).toBe('xoxb-one');
  });

  type Way = [what: string, query: (state: string) => Record<string, string>, hasCookie: boolean, said: string];
  test.each<Way>([
    ['without the state’s cookie', (state) => ({ code: 'code-x', state }), false, 'opened in another browser'],
    ['with a state of its own', () => ({ code: 'code-x', state: 'forged' }), true, 'start again'],
    ['without a state', () => ({ code: 'code-x' }), true, 'start again'],
    ['without a code', (state) => ({ state }), true, 'start again'],
    ['from a user who has declined', (state) => ({ error: 'access_denied', state }), true, 'cancelled in Slack'],
    ['with a code that Slack does not know', (state) => ({ code: 'code-x', state }), true, 'It says: invalid_code.'],
    ['with an error that is markup', (state) => ({ error: '<b>x', state }), true, 'start again'],
  ])('a callback %s installs nothing, and is answered with a page that says so', async (_, query, hasCookie, said) => {
    const { url, cookie } = await start();
    const response = await back(query(url.searchParams.get('state') ?? ''), hasCookie ? cookie : '');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain(said);
    expect(page).toContain('href="/slack/install"');
    expect(page).not.toMatch(/Oops|<b>x|state=|code-x/);
    expect(secretStore.keys()).toEqual([]);
  });

  test('a state is valid once, and for ten minutes', async () => {
    slack.grants.codes.set('code-again', { access_token: 'xoxb-again', team: { id: 'T9', name: 'Other' } });
    const { url, cookie } = await start();
    const state = url.searchParams.get('state') ?? '';
    expect((await back({ code: 'code-x', state }, cookie)).status).toBe(400);
    const again = await back({ code: 'code-again', state }, cookie);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('already used');
    expect(slack.grants.codes.has('code-again')).toBe(true);
  });

  test('names the installing user, as text, and says what to do next', async () => {
    const response = await letIn({ team: 'T1' }, 'xoxb-one', '<River & Sons>');
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('Onrecord is in &lt;River &amp; Sons&gt;');
    expect(page).toContain('/brief');
    expect(page).toContain('https://slack.com/app_redirect?app=A1&amp;team=T1');
  });

  test('does not install without a bot', async () => {
    slack.grants.codes.set('code-bare', { authed_user: { id: 'U1' }, team: { id: 'T1' } });
    const { url, cookie } = await start();
    const response = await back({ code: 'code-bare', state: url.searchParams.get('state') ?? '' }, cookie);
    expect(await response.text()).toContain('no bot token');
    expect(secretStore.keys()).toEqual([]);
  });

  test('tells users of a workspace without the app where to install it', async () => {
    await app.deliver(peopleOf(slack).command('/brief'));
    const { body } = await slack.call('response_url');
    expect(body.text).toContain(`${app.address()}/slack/install`);
    await app.deliver(peopleOf(slack).mention('brief'));
    expect(slack.calls.all.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  });

  test.each([
    ['is taken out', () => peopleOf(slack).uninstall()],
    ['has its token revoked', () => peopleOf(slack).revoke({ bot: ['UBOT'] })],
  ])('forgets a workspace where the app %s', async (_, action) => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    await letIn({ team: 'T2' }, 'xoxb-two');
    await app.deliver(action());
    await app.deliver(peopleOf(slack).command('/brief'));
    expect((await slack.call('response_url')).body.text).toContain(
      'answers only members of workspaces where it is installed',
    );
    expect(await tokenFor({ team: 'T2' })).toBe('xoxb-two');
  });

  test.each([
    ['a workspace', { team: 'T1' }, 'T1'],
    ['a workspace of an organisation', { team: 'T1', enterprise: 'E1' }, 'E1/T1'],
    ['an organisation', { enterprise: 'E1', organisation: true }, 'E1'],
  ])('deletes all data of %s when the app is uninstalled', async (_, person, workspace) => {
    await letIn(person, 'xoxb-one');
    await app.deliver(peopleOf(slack, person).uninstall());
    expect(await app.test.forgotten.next()).toEqual({ platform: 'Slack', workspace });
  });

  test.each([
    ['is taken out', 'app_uninstalled', {}],
    ['has its token revoked', 'tokens_revoked', { tokens: { bot: ['UBOT'] } }],
  ])('an event that the app %s, older than the installation, changes nothing', async (_, type, more) => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    expect(await app.test.installed.next()).toEqual({ platform: 'Slack', workspace: 'T1' });
    const { kind, payload } = peopleOf(slack).uninstall();
    await app.deliver({ kind, payload: { ...payload, event_time: EVENT_TIME - 60, event: { type, ...more } } });
    expect(await tokenFor({ team: 'T1' })).toBe('xoxb-one');
    expect(app.test.forgotten.all).toEqual([]);
  });

  test('finds at the start which workspaces removed the app while it was down', async () => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    await letIn({ team: 'T2' }, 'xoxb-two');
    await app.stop();
    slack.revoke('xoxb-two', 'account_inactive');
    const host = testHost([river], secretStore);
    host.tenants.push(...['T1/D1', 'T2', 'E9/T3'].map((workspace) => ({ platform: 'Slack', workspace })));
    app = await startApp(slack, { transport: 'oauth', host, settings: { ONRECORD_URL: await host.listen() } });
    const gone = [await app.test.forgotten.next(), await app.test.forgotten.next()];
    expect(gone.map(({ workspace }) => workspace)).toEqual(['T2', 'E9/T3']);
    expect(secretStore.keys()).toEqual(['slack/team/T1']);
  });

  test('keeps the installation if Slack rejects a token, which may be a mistake', async () => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    slack.revoke('xoxb-one', 'token_revoked');
    const reply = { visibility: 'channel', blocks: [] } as const;
    const target = { platform: 'Slack', workspace: 'T1', channel: 'C1' };
    const delivery = await app.adapter.publisher?.post({
      target,
      idempotencyKey: 's1',
      reply,
      stillOwned: async () => true,
    });
    expect(delivery?.kind).toBe('channelUnavailable');
    expect(app.test.forgotten.all).toEqual([]);
    expect(secretStore.keys()).toEqual([]);
  });

  test('posts to each workspace with its own token, and only where the app is installed', async () => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    await letIn({ enterprise: 'E1', organisation: true }, 'xoxb-all');
    const post = async (workspace: string): Promise<string | undefined> => {
      const target = { platform: 'Slack', workspace, channel: 'C1' };
      const reply = { visibility: 'channel', blocks: [] } as const;
      const delivery = await app.adapter.publisher?.post({
        target,
        idempotencyKey: 's1',
        reply,
        stillOwned: async () => true,
      });
      if (delivery?.kind !== 'sent') return delivery?.kind;
      // The welcome message goes to the user who installed the app.
      const posted = await slack.calls.next(
        ({ method, body }) => method === 'chat.postMessage' && body.channel === 'C1',
      );
      return posted.token;
    };
    expect(await post('T1')).toBe('xoxb-one');
    expect(await post('E1/T7')).toBe('xoxb-all');
    expect(await post('T2')).toBe('channelUnavailable');
    expect(await post('elsewhere')).toBe('channelUnavailable');
  });

  test('keeps the workspace when a single user’s token is revoked', async () => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    await app.deliver(peopleOf(slack).revoke({ oauth: ['U1'] }));
    expect(await tokenFor({ team: 'T1' })).toBe('xoxb-one');
  });

  test('forgets a workspace whose token is no longer valid, and continues for the others', async () => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    await letIn({ team: 'T2' }, 'xoxb-two');
    slack.revoke('xoxb-one', 'token_revoked');
    expect(await tokenFor({ team: 'T1' })).toBe('xoxb-one');
    await app.test.nextRequest();
    expect(secretStore.keys()).toEqual(['slack/team/T2']);
    expect(await tokenFor({ team: 'T2' })).toBe('xoxb-two');
    expect(app.test.states).toEqual([true]);
  });

  test('forgets an organisation whose token is no longer valid, whichever workspace reveals it', async () => {
    await letIn({ enterprise: 'E1', organisation: true }, 'xoxb-all');
    await letIn({ team: 'T2', enterprise: 'E1' }, 'xoxb-two');
    slack.revoke('xoxb-all', 'token_revoked');
    expect(await tokenFor({ enterprise: 'E1', team: 'T8' })).toBe('xoxb-all');
    await app.test.nextRequest();
    expect(secretStore.keys()).toEqual(['slack/team/T2']);
  });

  test('answers requests like any other connection', async () => {
    await letIn({ team: 'T1' }, 'xoxb-one');
    await app.deliver(peopleOf(slack).command('/brief'));
    expect(readBlocks((await slack.call('response_url')).body.blocks)).toContain('Key points');
  });
});
