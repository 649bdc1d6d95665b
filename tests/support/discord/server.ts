import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Gateway } from './gateway.ts';
import { guild, snowflake, user } from './payloads.ts';
import { type Answered, type Asked, answer, type World } from './rest.ts';
import { type BodyKind, discordFaults } from './rules.ts';

/** One call that came in, with what was answered. */
export interface Call extends Asked, Omit<Answered, 'body'> {
  /** When it came, in milliseconds of `performance.now()`. */
  readonly at: number;
  readonly status: number;
}

/** What to answer instead, to the calls that fit. */
export interface Instead {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly code?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many calls; one where nothing is said. */
  readonly times?: number;
  /** Answers only when this resolves. */
  readonly after?: Promise<unknown>;
}

export interface DiscordServer {
  /** For DISCORD_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly application: string;
  readonly bot: World['bot'];
  readonly room: { readonly guild: string; readonly channel: string };
  readonly world: World;
  readonly gateway: Gateway;
  readonly calls: readonly Call[];
  /** Everything that Discord would refuse of what was sent, a sentence each. */
  readonly faults: () => readonly string[];
  /** The first call that fits, come already or still to come. */
  call(fits: (call: Call) => boolean): Promise<Call>;
  instead(what: Instead): void;
  /** From here on, and for what still waits, everything is answered as it should be. */
  calm(): void;
  /** The token is the bot's no longer. */
  revoke(): void;
  /** Serves a file below the server's own address. */
  file(name: string, content: string | Uint8Array): string;
  close(): Promise<void>;
}

/** A bot's token as Discord makes them: the application's id in base64, and two parts more. */
const tokenFor = (application: string): string =>
  `${Buffer.from(application).toString('base64url')}.Gabcde.${'x'.repeat(38)}`;

/** Discord on a free port of this machine: its gateway and as much of its REST API as a bot of our kind uses. */
export async function startDiscord({ shards = 1 } = {}): Promise<DiscordServer> {
  const [application, guildId, channel] = [snowflake(), snowflake(), snowflake()];
  const token = tokenFor(application);
  let accepted: string | undefined = token;
  const world: World = {
    application: { id: application, name: 'Onrecord', flags: 0, bot_public: true },
    bot: user(application, 'onrecord'),
    accepts: (given) => given === accepted,
    gatewayUrl: () => `ws://${host()}`,
    shards,
    starts: { remaining: 1000 },
    interactions: new Map(),
    messages: new Map(),
    commands: [],
    files: new Map(),
  };
  const [calls, errors, instead, waiting] = [[] as Call[], [] as string[], [] as Left[], new Set<Waiting>()];
  const http = createServer((request, response) => {
    take(request, response, world, instead).then(
      (call) => {
        if (!call) return;
        calls.push(call);
        for (const one of waiting) one(call);
      },
      (error: Error) => errors.push(`The server itself failed: ${error.stack}`),
    );
  });
  const host = (): string => `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const gateway = new Gateway({
    http,
    shards,
    accepts: world.accepts,
    ready: () => ({
      user: { ...world.bot, bot: true },
      resume_gateway_url: world.gatewayUrl(),
      application: { id: application, flags: 0 },
    }),
    guilds: () => [guild(guildId, channel)],
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://${host()}/api`,
    token,
    application,
    bot: world.bot,
    room: { guild: guildId, channel },
    world,
    gateway,
    calls,
    // Looked at when asked for: a benchmark does not pay for it.
    faults: () => [...errors, ...calls.flatMap(faultsOf)],
    call: (fits) => {
      const found = calls.find(fits);
      if (found) return Promise.resolve(found);
      const { promise, resolve } = Promise.withResolvers<Call>();
      const look: Waiting = (call) => {
        if (!fits(call)) return;
        waiting.delete(look);
        resolve(call);
      };
      waiting.add(look);
      return promise;
    },
    instead: (what) => instead.push({ ...what, left: what.times ?? 1 }),
    calm: () => {
      instead.length = 0;
    },
    revoke: () => {
      accepted = undefined;
    },
    file: (name, content) => {
      world.files.set(`/attachments/${name}`, content);
      return `http://${host()}/attachments/${name}`;
    },
    close: async () => {
      await gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

type Waiting = (call: Call) => void;
type Left = Instead & { left: number };

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  instead: readonly Left[],
): Promise<Call | undefined> {
  const at = performance.now();
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, '');
  const file = world.files.get(path);
  if (file !== undefined) {
    response.end(file);
    return undefined;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const asked: Asked = {
    method: request.method ?? 'GET',
    path,
    query: searchParams,
    authorization: request.headers.authorization,
    body: text === '' ? undefined : JSON.parse(text),
  };
  const answered = (await refused(asked, instead)) ?? answer(world, asked);
  const type = answered.body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(answered.status, { ...type, ...answered.headers });
  response.end(answered.body === undefined ? undefined : JSON.stringify(answered.body));
  return { ...answered, ...asked, at };
}

async function refused({ method, path }: Asked, all: readonly Left[]): Promise<Answered | undefined> {
  const found = all.find((one) => one.left > 0 && one.method === method && one.path.test(path));
  if (!found) return undefined;
  found.left--;
  await found.after;
  if (!all.includes(found)) return undefined;
  const { status, code = 0, message = 'refused', headers = {} } = found;
  const rate = status === 429 ? { retry_after: Number(headers['retry-after'] ?? 0), global: false } : {};
  return { status, headers, body: { message, code, ...rate } };
}

const KINDS: readonly (readonly [method: string, path: RegExp, kind: BodyKind])[] = [
  ['POST', /^\/interactions\/.*\/callback$/, 'callback'],
  ['PATCH', /^\/webhooks\/.*\/messages\//, 'original'],
  ['POST', /^\/webhooks\//, 'followup'],
  ['POST', /^\/channels\/\d+\/messages$/, 'create'],
  ['PUT', /^\/applications\/\d+\/commands$/, 'commands'],
];

function faultsOf({ method, path, body }: Call): readonly string[] {
  if (body === undefined) return [];
  const [, , kind] = KINDS.find(([one, route]) => one === method && route.test(path)) ?? [];
  if (kind === undefined) return [`${method} ${path} is no call of ours.`];
  return discordFaults(body, kind).map((fault) => `${method} ${path}: ${fault}`);
}
