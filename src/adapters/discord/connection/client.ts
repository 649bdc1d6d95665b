import { Client, GatewayIntentBits, Options, Partials, REST, type RESTOptions, SnowflakeUtil } from 'discord.js';
import { makeGuardedRequest, RETRY_MS } from '../api/guarded-request.ts';
import { makeRetryingRequest } from '../api/make-request.ts';
import type { DiscordSettings } from '../settings.ts';
import { connectWithBackoff } from './reconnect-backoff.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** One minute: users do not wait longer for an answer. Calls that Discord delays for longer are abandoned. */
const MAX_WAIT_MS = 60_000;

/**
 * Milliseconds without a further server after which the client starts without the missing ones: an outage of one server
 * must not delay all others.
 */
const GUILD_TIMEOUT_MS = 2_000;

/** Users and members are read once, with their request: at most this many are cached. */
const MAX_CACHED_USERS = 200;

/** Milliseconds between two sweeps of unused request handlers: each answer has its own route. */
const SWEEP_INTERVAL_MS = 60_000;

/**
 * Each post creates a thread, which the client would keep for four hours after it was archived. A button pressed in it
 * later includes the thread. `every` is the sweep interval in seconds; `kept` is in milliseconds after creation.
 */
const THREAD_SWEEP = { every: 600, kept: 3_600_000 } as const;

/** The options of all calls; the client waits and retries if Discord says so. */
const restOptions = ({ api }: Pick<DiscordSettings, 'api'>): Partial<RESTOptions> => ({
  ...(api === undefined ? {} : { api }),
  // “Interaction endpoints are not bound to the bot’s Global Rate Limit”, but the client would count them as well:
  // https://docs.discord.com/developers/topics/rate-limits#global-rate-limit. Our queue limits messages to channels.
  globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  handlerSweepInterval: SWEEP_INTERVAL_MS,
  rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > MAX_WAIT_MS,
});

/** No privileged intents: message content is read only if the message is addressed to the bot. */
const intentsFor = ({ mentions }: Pick<DiscordSettings, 'mentions'>): readonly GatewayIntentBits[] => [
  GatewayIntentBits.Guilds,
  ...(mentions ? [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] : []),
];

/**
 * Creates the client, not connected yet. It caches no messages, and its messages notify no user.
 *
 * @param makeRequest sends a request; shared by all callers of Discord, as a block applies to all of them.
 * @param signal is aborted when the client is stopped.
 */
export const makeClient = (
  settings: DiscordSettings,
  makeRequest: MakeRequest = makeGuardedRequest(),
  retryMs: number = RETRY_MS,
  signal: AbortSignal = new AbortController().signal,
): Client =>
  new Client({
    intents: [...intentsFor(settings)],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ws: { buildStrategy: connectWithBackoff({ retryMs, signal }) },
    shards: 'auto',
    waitGuildTimeout: GUILD_TIMEOUT_MS,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: MAX_CACHED_USERS, keepOverLimit: ({ id, client }) => id === client.user.id },
      GuildMemberManager: { maxSize: MAX_CACHED_USERS, keepOverLimit: ({ id, client }) => id === client.user.id },
    }),
    sweepers: {
      threads: {
        interval: THREAD_SWEEP.every,
        filter:
          () =>
          ({ id }) =>
            Date.now() - SnowflakeUtil.timestampFrom(id) > THREAD_SWEEP.kept,
      },
    },
    rest: { ...restOptions(settings), makeRequest: makeRetryingRequest(makeRequest, retryMs) },
  });

/** Sends the calls for posts without waiting or retrying internally: the publisher must know of each attempt. */
export const makePostingRest = (settings: DiscordSettings, makeRequest: MakeRequest = makeGuardedRequest()): REST =>
  new REST({ ...restOptions(settings), makeRequest, retries: 0, rejectOnRateLimit: () => true }).setToken(
    settings.token,
  );

/** A REST client without a gateway connection, for checks; it does not wait long. */
export const makeRest = (settings: DiscordSettings): REST =>
  new REST({
    ...restOptions(settings),
    makeRequest: makeRetryingRequest(makeGuardedRequest()),
    retries: 1,
    timeout: 10_000,
  }).setToken(settings.token);
