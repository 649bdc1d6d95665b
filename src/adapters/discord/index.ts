import type { Client, REST } from 'discord.js';
import type { RequestQueue } from '#chat/queue/request-queue';
import { makeRequestHandler, type RequestHandler } from '#chat/request-handler';
import { withTimeout } from '#chat/timeout';
import type { AdapterHost } from '#core/platform';
import type { Adapter, Dispatcher } from '#core/ports';
import type { Publisher } from '#core/publisher';
import { DiscordApiError, TOKEN_REVOKED } from './api/errors.ts';
import { makeGuardedRequest, RETRY_MS } from './api/guarded-request.ts';
import { makeApiQueue } from './api/queue.ts';
import { makeClient, makePostingRest } from './connection/client.ts';
import { connect, watchShards } from './connection/connection.ts';
import { findRemovedTenants } from './connection/removed-tenants.ts';
import { registerEvents } from './inbound/events.ts';
import { Responder } from './inbound/responder.ts';
import { welcomeNewGuilds } from './inbound/welcome.ts';
import { ChannelAccess } from './publisher/can-post.ts';
import { DiscordPublisher } from './publisher/publisher.ts';
import { type CommandIds, makeRewriteCommands } from './render/rewrite-commands.ts';
import { applicationIn, type DiscordSettings } from './settings.ts';
import { inviteLink } from './setup/invite.ts';
import { register } from './setup/register.ts';
import { PLATFORM } from './tenant.ts';

/** How long answers in progress may take after the process is asked to stop, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** The Discord adapter: one client with the recommended number of shards. @param retryMs set by tests. */
export const discordAdapter = (settings: DiscordSettings, host: AdapterHost, retryMs = RETRY_MS): Adapter =>
  new DiscordAdapter(settings, host, retryMs);

class DiscordAdapter implements Adapter {
  readonly name = PLATFORM;
  readonly publisher: Publisher;
  readonly #settings: DiscordSettings;
  readonly #host: AdapterHost;
  readonly #requests: RequestHandler;
  readonly #outgoing: RequestQueue;
  readonly #client: Client;
  readonly #channels: ChannelAccess;
  readonly #rest: REST;
  readonly #halted = Promise.withResolvers<void>();
  readonly #stopping = new AbortController();
  #state: 'idle' | 'starting' | 'open' | 'closed' = 'idle';
  #stopped: Promise<void> | undefined;
  #commandIds: CommandIds = new Map();

  constructor(settings: DiscordSettings, host: AdapterHost, retryMs: number) {
    this.#settings = settings;
    this.#host = host;
    this.#requests = makeRequestHandler(PLATFORM, host);
    this.#outgoing = makeApiQueue(retryMs);
    const makeRequest = makeGuardedRequest(undefined, { retryMs });
    this.#client = makeClient(settings, makeRequest, retryMs, this.#stopping.signal);
    this.#channels = new ChannelAccess(this.#client);
    this.#rest = makePostingRest(settings, makeRequest);
    this.publisher = new DiscordPublisher({
      host,
      client: this.#client,
      channels: this.#channels,
      rest: this.#rest,
      queue: this.#outgoing,
      isOpen: () => this.#state === 'open',
      onRevoked: () => this.#lose(TOKEN_REVOKED),
    });
    host.watchQueue?.(() => this.#outgoing.pending());
  }

  async start(dispatcher: Dispatcher): Promise<void> {
    if (this.#state !== 'idle') return;
    this.#state = 'starting';
    const client = this.#client;
    const receiver = this.#receiver();
    watchShards(client, { onState: this.#host.onState, onLost: (reason) => this.#lose(reason) });
    registerEvents(client, {
      settings: this.#settings,
      host: this.#host,
      dispatcher,
      channels: this.#channels,
      publisher: this.publisher,
      receive: (request) => receiver.respond(request),
      isOpen: () => this.#state !== 'closed',
    });
    await Promise.race([connect(client, this.#settings.token), this.#halted.promise]);
    if (this.#state !== 'starting') return;
    this.#state = 'open';
    void findRemovedTenants({ client, host: this.#host });
    void welcomeNewGuilds(client.guilds.cache.values(), {
      ...{ host: this.#host, publisher: this.publisher, now: Date.now },
    });
    await this.#register(client);
  }

  stop(): Promise<void> {
    this.#state = 'closed';
    this.#stopped ??= this.#close();
    return this.#stopped;
  }

  #receiver(): Responder {
    return new Responder({
      host: this.#host,
      requests: this.#requests,
      outgoing: this.#outgoing,
      isOpen: () => this.#state !== 'closed',
      onRevoked: (reason) => this.#lose(reason),
      rewriteCommands: makeRewriteCommands(
        this.#host.commands.map(({ name }) => name),
        () => this.#commandIds,
      ),
      invite: () => inviteLink(applicationIn(this.#settings.token) ?? ''),
    });
  }

  async #close(): Promise<void> {
    this.#halted.resolve();
    this.#stopping.abort();
    await withTimeout(this.#requests.settled(), TIMEOUT_MS);
    await this.#outgoing.close(TIMEOUT_MS);
    await withTimeout(this.#client.destroy(), TIMEOUT_MS);
    this.#rest.clearHashSweeper();
    this.#rest.clearHandlerSweeper();
  }

  /** Reports a lost connection. During startup, the caller of `start` reports it instead. */
  #lose(reason: string): void {
    if (this.#state !== 'open') return;
    this.#host.onLost(reason);
    void this.stop();
  }

  /** If this fails, the previously registered commands keep working. */
  async #register({ rest, application }: Client): Promise<void> {
    const { logger } = this.#host;
    try {
      const { isNew, ids } = await register(rest, application?.id ?? '', this.#host);
      this.#commandIds = ids;
      if (isNew) logger.info('the commands have changed and are registered', { platform: PLATFORM });
    } catch (error) {
      const refusal = error instanceof DiscordApiError ? error : new DiscordApiError(error);
      if (refusal.status === 401) this.#lose(TOKEN_REVOKED);
      logger.error('The commands could not be registered: npm run setup tries again.', {
        platform: PLATFORM,
        ...refusal.details,
      });
    }
  }
}
