import { CHANNEL_ROUTES } from './channels.ts';
import { EPHEMERAL, message, snowflake, V2 } from './payloads.ts';
import {
  type ApiRequest,
  type ApiResponse,
  kept,
  type Route,
  refusal,
  type StartedInteraction,
  type World,
} from './wire.ts';

export type { World } from './wire.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object */
export const CALLBACK = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

const NOT_FOUND = refusal(404, 0, '404: Not Found');
const UNAUTHORIZED = refusal(401, 0, '401: Unauthorized');
const UNKNOWN_INTERACTION = refusal(404, 10062, 'Unknown interaction');
const ACKNOWLEDGED = refusal(400, 40060, 'Interaction has already been acknowledged.');
const UNKNOWN_WEBHOOK = refusal(404, 10015, 'Unknown Webhook');
const EXPIRED_TOKEN = refusal(401, 50027, 'Invalid Webhook Token');
const UNKNOWN_GUILD = refusal(404, 10004, 'Unknown Guild');
const UNKNOWN_USER = refusal(404, 10013, 'Unknown User');
const UNKNOWN_MESSAGE = refusal(404, 10008, 'Unknown Message');

/** The routes; those without a token in their path require the bot's. */
const ROUTES: readonly Route[] = [
  ['GET', /^\/gateway\/bot$/, false, gateway],
  [
    'GET',
    /^\/guilds\/(\d+)$/,
    false,
    ({ places }, _, [id = '']) => (places.guilds().includes(id) ? { status: 200, body: { id } } : UNKNOWN_GUILD),
  ],
  [
    'GET',
    /^\/users\/(\d+)$/,
    false,
    ({ places }, _, [id = '']) => (places.knows(id) ? { status: 200, body: { id } } : UNKNOWN_USER),
  ],
  ['GET', /^\/users\/@me$/, false, ({ bot }) => ({ status: 200, body: { ...bot, bot: true } })],
  ['GET', /^\/applications\/@me$/, false, ({ application }) => ({ status: 200, body: application })],
  ['GET', /^\/applications\/(\d+)\/commands$/, false, ({ commands }) => ({ status: 200, body: commands })],
  ['PUT', /^\/applications\/(\d+)\/commands$/, false, register],
  ...CHANNEL_ROUTES,
  ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, true, callback],
  ['PATCH', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/, true, edit],
  ['DELETE', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/, true, () => ({ status: 204 })],
  ['POST', /^\/webhooks\/(\d+)\/([^/]+)$/, true, followUp],
];

/** Responds to a call as Discord does. */
export function answer(world: World, request: ApiRequest): ApiResponse {
  const [, , open, handler] =
    ROUTES.find(([method, path]) => method === request.method && path.test(request.path)) ?? [];
  if (!handler) return NOT_FOUND;
  if (!open && !world.accepts(request.authorization?.replace(/^Bot /, '') ?? '')) return UNAUTHORIZED;
  const [, path] = ROUTES.find((route) => route[3] === handler) as (typeof ROUTES)[number];
  return handler(world, request, path.exec(request.path)?.slice(1) ?? []);
}

function gateway({ gatewayUrl, shards, starts }: World): ApiResponse {
  const limit = { total: 1000, remaining: starts.remaining, reset_after: 86_400_000, max_concurrency: 16 };
  return { status: 200, body: { url: gatewayUrl(), shards, session_start_limit: limit } };
}

/** Returns the registered commands with ids and default fields. */
function register(world: World, { body }: ApiRequest): ApiResponse {
  world.commands = (body as readonly object[]).map((command) => ({
    id: snowflake(),
    application_id: world.application.id,
    version: snowflake(),
    default_member_permissions: null,
    type: 1,
    nsfw: false,
    dm_permission: true,
    ...command,
  }));
  return { status: 200, body: world.commands };
}

function callback(world: World, { body }: ApiRequest, [id, token = '']: readonly string[]): ApiResponse {
  const started = world.interactions.get(token);
  if (!started || started.id !== id || started.expired) return UNKNOWN_INTERACTION;
  if (started.callback !== undefined) return ACKNOWLEDGED;
  started.callback = body.type;
  const { room, on } = started;
  if (body.type === CALLBACK.message || body.type === CALLBACK.deferred) {
    started.original = message({ room, author: world.bot, ...body.data });
    world.messages.set(started.original.id, started.original);
  }
  if (body.type === CALLBACK.deferredUpdate && on) started.original = on;
  if (body.type === CALLBACK.update && on) started.original = { ...on, ...body.data };
  return started.original ? { status: 204, message: started.original } : { status: 204 };
}

/** Returns the interaction of a webhook unless it has expired. */
function webhook(world: World, token: string): StartedInteraction | ApiResponse {
  const started = world.interactions.get(token);
  if (!started) return UNKNOWN_WEBHOOK;
  if (started.expired) return EXPIRED_TOKEN;
  return started.callback === undefined ? UNKNOWN_WEBHOOK : started;
}

function edit(world: World, { body }: ApiRequest, [, token = '', id]: readonly string[]): ApiResponse {
  const started = webhook(world, token);
  if ('status' in started) return started;
  const before = id === '@original' ? started.original : world.messages.get(id ?? '');
  if (!before) return UNKNOWN_MESSAGE;
  // Visibility is determined when a message is created.
  const flags = (before.flags & EPHEMERAL) | ((body.flags ?? before.flags) & V2);
  const after = { ...before, ...body, flags };
  started.callback = CALLBACK.message;
  if (id === '@original') started.original = after;
  return kept(world, after);
}

/** The first follow-up to a deferred response replaces it and keeps its visibility. */
function followUp(world: World, { body }: ApiRequest, [, token = '']: readonly string[]): ApiResponse {
  const started = webhook(world, token);
  if ('status' in started) return started;
  if (started.callback === CALLBACK.deferred && started.original) {
    return edit(world, { body } as ApiRequest, ['', token, '@original']);
  }
  const flags = body.flags | (world.hidesFollowUps ? EPHEMERAL : 0);
  return kept(world, message({ room: started.room, author: world.bot, ...body, flags }));
}
