import { type Call, faultsOf } from '../tests/support/discord/answering.ts';
import { snowflake } from '../tests/support/discord/payloads.ts';
import { Person } from '../tests/support/discord/person.ts';
import { type DiscordServer, startDiscord } from '../tests/support/discord/server.ts';
import { type Loopback, type Post, SCHEDULES_PER_WORKSPACE } from './loopback.ts';

/** Per bot, all servers together: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const POSTS_PER_SECOND = 50;

/** One call in this many is validated by Discord's rules after the run. */
const CHECK_EVERY = 20;

/** A local Discord server. */
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
    // The token is sufficient.
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
      // Validating every call on arrival would delay the arrival times of the next ones.
      checked.push(...server.calls.filter((_, index) => index % CHECK_EVERY === 0));
      return drainPosts(server, guilds, inFlight === 0);
    },
    errors: () => [...checked.flatMap(faultsOf), ...server.faults()],
    close: () => server.close(),
  };
}

const MESSAGES = /^\/channels\/(\d+)\/messages$/;

/** Discards calls and messages: the server stores everything for tests and would have to search it repeatedly. */
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
