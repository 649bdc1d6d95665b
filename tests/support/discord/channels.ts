import { instantOf, KIND, message, PERMISSION, snowflake } from './payloads.ts';
import { type Channel, isThread } from './places.ts';
import { type ApiRequest, type ApiResponse, kept, type Route, refusal, type World } from './wire.ts';

/** Milliseconds for which Discord remembers a nonce: “the past few minutes”. */
const NONCE_TTL_MS = 300_000;

const UNKNOWN_CHANNEL = refusal(404, 10003, 'Unknown Channel');
const UNKNOWN_MESSAGE = refusal(404, 10008, 'Unknown Message');
const NO_ACCESS = refusal(403, 50001, 'Missing Access');
const NO_PERMISSION = refusal(403, 50013, 'Missing Permissions');
const CANNOT_MESSAGE_USER = refusal(403, 50007, 'Cannot send messages to this user');
const NOT_A_TEXT_CHANNEL = refusal(400, 50008, 'Cannot send messages in a non-text channel');
const WRONG_CHANNEL_TYPE = refusal(400, 50024, 'Cannot execute action on this channel type');
const ARCHIVED = refusal(400, 50083, 'Thread is archived');
const THREAD_EXISTS = refusal(400, 160004, 'A thread has already been created for this message');

type Handler = (world: World, request: ApiRequest, channel: Channel, ids: readonly string[]) => ApiResponse;

/** Rejects requests for a channel that does not exist or that the bot cannot see. */
const within =
  (handler: Handler): Route[3] =>
  (world, request, [id = '', ...ids]) => {
    const channel = world.places.get(id);
    if (!channel) return UNKNOWN_CHANNEL;
    return world.places.denied(channel) & PERMISSION.viewChannel ? NO_ACCESS : handler(world, request, channel, ids);
  };

/** The routes of channels and their messages. */
export const CHANNEL_ROUTES: readonly Route[] = [
  [
    'GET',
    /^\/channels\/(\d+)$/,
    false,
    within(({ places }, _, channel) => ({ status: 200, body: places.payload(channel) })),
  ],
  ['GET', /^\/channels\/(\d+)\/messages$/, false, within(list)],
  ['POST', /^\/channels\/(\d+)\/messages$/, false, within(post)],
  ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, false, within(makeThread)],
  ['POST', /^\/users\/@me\/channels$/, false, openDirectMessage],
];

/** Without permission to read the history, the list is empty, without an error. */
function list(world: World, { query }: ApiRequest, channel: Channel): ApiResponse {
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) return refusal(400, 50035, 'Invalid Form Body');
  if (world.places.denied(channel) & PERMISSION.readMessageHistory) return { status: 200, body: [] };
  const before = query.get('before') ?? String(2n ** 63n);
  const body = [...world.messages.values()]
    .filter((message) => message.channel_id === channel.id && compareIds(message.id, before) < 0)
    .sort((a, b) => compareIds(b.id, a.id))
    .slice(0, limit)
    // The nonce is only part of the response that creates the message.
    .map(({ nonce: _, ...one }) => one);
  return { status: 200, body };
}

/** Compares snowflakes as numbers, without converting them. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : Number(a > b));

/** With `enforce_nonce`, a repeated nonce returns the existing message while Discord remembers it. */
function post(world: World, { body }: ApiRequest, channel: Channel): ApiResponse {
  const refused = closed(world, channel);
  if (refused) return refused;
  const { nonce, enforce_nonce: enforced, message_reference } = body;
  const now = world.now();
  const same = [...world.messages.values()].find(
    (posted) => enforced && nonce !== undefined && posted.nonce === nonce && now - instantOf(posted.id) < NONCE_TTL_MS,
  );
  if (same) return { status: 200, body: same, message: same };
  const written = { ...body, id: snowflake(now), room: { channel: channel.id }, author: world.bot };
  return kept(world, { ...message(written), nonce, message_reference });
}

function closed({ places }: World, channel: Channel): ApiResponse | undefined {
  if (channel.person !== undefined) return places.blocking.has(channel.person) ? CANNOT_MESSAGE_USER : undefined;
  if (channel.type === KIND.category || channel.type === KIND.forum) return NOT_A_TEXT_CHANNEL;
  if (channel.locked) return ARCHIVED;
  const needed = isThread(channel) ? PERMISSION.sendMessagesInThreads : PERMISSION.sendMessages;
  return places.denied(channel) & needed ? NO_PERMISSION : undefined;
}

/** Creates a thread with the id of its message; its first message refers to that message. */
function makeThread(world: World, { body }: ApiRequest, channel: Channel, [id = '']: readonly string[]): ApiResponse {
  const { places, messages, bot } = world;
  if (channel.type !== KIND.text && channel.type !== KIND.announcement) return WRONG_CHANNEL_TYPE;
  if (places.denied(channel) & PERMISSION.createPublicThreads) return NO_PERMISSION;
  if (messages.get(id)?.channel_id !== channel.id) return UNKNOWN_MESSAGE;
  if (places.get(id)) return THREAD_EXISTS;
  places.open(channel.guild ?? '', { id, type: KIND.thread, name: body.name, parent: channel.id });
  kept(world, message({ id: snowflake(world.now()), type: 21, room: { channel: id }, author: bot }));
  const thread = places.get(id);
  return { status: 201, body: thread && places.payload(thread) };
}

function openDirectMessage({ places }: World, { body }: ApiRequest): ApiResponse {
  return { status: 200, body: places.payload(places.meet(body.recipient_id)) };
}
