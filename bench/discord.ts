import { type Call, faultsOf } from '../tests/support/discord/answering.ts';
import { snowflake } from '../tests/support/discord/payloads.ts';
import { Person } from '../tests/support/discord/person.ts';
import { type DiscordServer, startDiscord } from '../tests/support/discord/server.ts';
import { type Loopback, type Post, SCHEDULES_PER_WORKSPACE } from './loopback.ts';

/** Of a bot, all servers together: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const POSTS_PER_SECOND = 50;

/** One call in so many is looked at for what Discord would refuse, when everything is over. */
const CHECK_EVERY = 20;

/** A Discord on this machine. */
export async function loopbackDiscord(): Promise<Loopback> {
  const server = await startDiscord();
  const guilds = new Map<string, string>();
  const checked: Call[] = [];
  const user = new Person(server);
  let inFlight = 0;
  return {
    name: 'Discord',
    limit: {
      text: `${POSTS_PER_SECOND} a second`,
      minMs: (posts) => (posts / POSTS_PER_SECOND) * 1_000,
      perSecond: POSTS_PER_SECOND,
    },
    settings: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.url },
    open(count) {
      const workspaces = Array.from({ length: Math.ceil(count / SCHEDULES_PER_WORKSPACE) }, () => snowflake());
      return Array.from({ length: count }, (_, index) => {
        const workspace = workspaces[Math.floor(index / SCHEDULES_PER_WORKSPACE)] ?? '';
        const channel = server.world.places.open(workspace, { name: `desk-${index}` });
        guilds.set(channel, workspace);
        return { platform: 'Discord', workspace, channel };
      });
    },
    // Its token does.
    install: async () => {},
    async ask(_, command, options) {
      inFlight += 1;
      const question = user.command(command, options);
      const { at: acknowledged } = await question.acknowledged();
      await question.answer();
      inFlight -= 1;
      return { asked: question.at, acknowledged, answered: performance.now() };
    },
    posts() {
      // All of them, as they come, would keep this process from telling when the next has come.
      checked.push(...server.calls.filter((_, index) => index % CHECK_EVERY === 0));
      return drainPosts(server, guilds, inFlight === 0);
    },
    errors: () => [...checked.flatMap(faultsOf), ...server.faults()],
    close: () => server.close(),
  };
}

const MESSAGES = /^\/channels\/(\d+)\/messages$/;

/** The server keeps everything for its tests; here it would have to be looked through again and again. */
function drainPosts({ calls, world }: DiscordServer, guilds: ReadonlyMap<string, string>, isQuiet: boolean): Post[] {
  const all = (calls as Call[]).splice(0);
  world.messages.clear();
  if (isQuiet) world.interactions.clear();
  const posts: Post[] = [];
  for (const call of all) {
    const workspace = guilds.get(MESSAGES.exec(call.path)?.[1] ?? '');
    const isPost = call.method === 'POST' && workspace !== undefined;
    if (isPost && call.status === 200) posts.push({ at: call.at, workspace });
    if (!isPost && !isQuiet) (calls as Call[]).push(call);
  }
  return posts;
}
