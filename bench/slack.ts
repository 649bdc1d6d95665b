import { freePort } from '../tests/support/port.ts';
import { TRANSPORTS } from '../tests/support/slack/app.ts';
import { peopleOf } from '../tests/support/slack/people.ts';
import { type LoopbackSlack, startSlack } from '../tests/support/slack/server.ts';
import { signed } from '../tests/support/slack/signed.ts';
import { type Loopback, type Post, SCHEDULES_PER_WORKSPACE } from './loopback.ts';

/** The minimum number of workspaces, for users who ask questions. */
const WORKSPACES = 50;

/** “Several hundred” per workspace: https://docs.slack.dev/apis/web-api/rate-limits#rate-limits__limits-when-posting-messages */
const POSTS_PER_MINUTE = 600;

/** A local Slack server with many workspaces, over signed HTTP. */
export async function loopbackSlack(): Promise<Loopback> {
  const server = await startSlack();
  const address = `http://127.0.0.1:${await freePort()}`;
  const homes = new Map<string, string>();
  const workspaces = new Set(Array.from({ length: WORKSPACES }, (_, index) => `T${index}`));
  const came = postsOf(server, homes);
  return {
    name: 'Slack',
    limit: {
      text: `${POSTS_PER_MINUTE} a minute in a workspace`,
      minMs: (posts) => (Math.min(posts, SCHEDULES_PER_WORKSPACE) / POSTS_PER_MINUTE) * 60_000,
    },
    settings: {
      ...TRANSPORTS.oauth,
      SLACK_API_URL: server.apiUrl,
      ONRECORD_URL: 'https://onrecord.example',
      ONRECORD_PORT: new URL(address).port,
    },
    open: (count) =>
      Array.from({ length: count }, (_, index) => {
        const [workspace, channel] = [`T${Math.floor(index / SCHEDULES_PER_WORKSPACE)}`, `C${index}`];
        workspaces.add(workspace);
        homes.set(channel, workspace);
        return { platform: 'Slack', workspace, channel };
      }),
    async install() {
      for (const workspace of workspaces) await install(server, address, workspace);
    },
    async ask(number, command, options) {
      const team = `T${number % WORKSPACES}`;
      const text = Object.entries(options).map(([name, value]) => `${name}:${value}`);
      const deed = peopleOf(server, { team, channel: `C${number}` }).command(`/${command}`, text.join(' '));
      const asked = performance.now();
      const answered = server.calls.next(({ url }) => url === deed.payload.response_url).then(() => performance.now());
      const { status } = await fetch(`${address}/slack/events`, signed(deed));
      const acknowledged = performance.now();
      if (status !== 200) throw new Error(`Slack’s request was answered with ${status}.`);
      return { asked, acknowledged, answered: await answered };
    },
    posts: () => came.splice(0),
    errors: () => server.faults(),
    close: () => server.close(),
  };
}

/** Counts posts as they arrive; only invalid ones are stored. */
function postsOf({ calls }: LoopbackSlack, homes: ReadonlyMap<string, string>): Post[] {
  const came: Post[] = [];
  const keep = calls.add;
  calls.add = (call) => {
    const workspace = homes.get(`${call.body.channel}`);
    if (call.method !== 'chat.postMessage' || workspace === undefined || call.faults.length > 0) return keep(call);
    came.push({ at: performance.now(), workspace });
  };
  return came;
}

/** Installs the app in a workspace, in the same way as its users do. */
async function install({ grants }: LoopbackSlack, address: string, team: string): Promise<void> {
  grants.codes.set(`code-${team}`, {
    ...{ app_id: 'A1', authed_user: { id: 'U1' }, scope: 'commands,chat:write', token_type: 'bot' },
    ...{ access_token: `xoxb-${team}`, bot_user_id: 'UBOT', team: { id: team, name: team }, enterprise: null },
    is_enterprise_install: false,
  });
  grants.tokens.set(`xoxb-${team}`, { team_id: team });
  const start = await fetch(`${address}/slack/install`, { redirect: 'manual' });
  const cookie = start.headers.get('set-cookie')?.split(';')[0] ?? '';
  const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const query = new URLSearchParams({ code: `code-${team}`, state });
  const { status } = await fetch(`${address}/slack/oauth_redirect?${query}`, {
    redirect: 'manual',
    headers: { cookie },
  });
  if (status !== 200) throw new Error(`${team} could not let the app in: ${status}.`);
}
