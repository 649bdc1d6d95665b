import type { Client, REST } from 'discord.js';
import type { Outgoing } from '#chat/queue/request-queue';
import { makeReception, type Reception } from '#chat/request-handler';
import { waitFor } from '#chat/timeout';
import type { House } from '#core/platform';
import type { Adapter, Desk } from '#core/ports';
import type { Poster } from '#core/publisher';
import { REVOKED, Refusal } from './api/errors.ts';
import { makeOutbox } from './api/queue.ts';
import { makeClient, makePostingRest } from './connection/client.ts';
import { connect, watchShards } from './connection/connect.ts';
import { listen } from './connection/events.ts';
import { PLATFORM } from './inbound/permissions.ts';
import { Receiver } from './inbound/responder.ts';
import { Channels } from './publisher/can-post.ts';
import { DiscordPoster } from './publisher/publisher.ts';
import { applicationIn, type DiscordSettings } from './settings.ts';
import { inviteLink } from './setup/invite.ts';
import { register } from './setup/register.ts';

/** Milliseconds that answers under way may take once the process is told to stop. */
const PATIENCE = 10_000;

/** Discord's people at the desk: through one client, with as many shards as the gateway advises. */
export const discordAdapter = (settings: DiscordSettings, house: House): Adapter => new DiscordAdapter(settings, house);

class DiscordAdapter implements Adapter {
  readonly name = PLATFORM;
  readonly poster: Poster;
  readonly #settings: DiscordSettings;
  readonly #house: House;
  readonly #reception: Reception;
  readonly #outgoing: Outgoing;
  readonly #client: Client;
  readonly #channels: Channels;
  readonly #rest: REST;
  readonly #halted = Promise.withResolvers<void>();
  #state: 'idle' | 'starting' | 'open' | 'closed' = 'idle';
  #stopped: Promise<void> | undefined;

  constructor(settings: DiscordSettings, house: House) {
    this.#settings = settings;
    this.#house = house;
    this.#reception = makeReception('Discord', house);
    this.#outgoing = makeOutbox();
    this.#client = makeClient(settings);
    this.#channels = new Channels(this.#client);
    this.#rest = makePostingRest(settings);
    this.poster = new DiscordPoster({
      house,
      client: this.#client,
      channels: this.#channels,
      rest: this.#rest,
      outbox: this.#outgoing,
      isOpen: () => this.#state === 'open',
      onRevoked: () => this.#lose(REVOKED),
    });
    house.watchQueue?.(() => this.#outgoing.pending());
  }

  async start(desk: Desk): Promise<void> {
    if (this.#state !== 'idle') return;
    this.#state = 'starting';
    const client = this.#client;
    const receiver = this.#receiver();
    watchShards(client, { onState: this.#house.onState, onLost: (reason) => this.#lose(reason) });
    listen(client, {
      settings: this.#settings,
      house: this.#house,
      desk,
      channels: this.#channels,
      receive: (inquiry) => receiver.receive(inquiry),
      isOpen: () => this.#state !== 'closed',
    });
    await Promise.race([connect(client, this.#settings.token), this.#halted.promise]);
    if (this.#state !== 'starting') return;
    this.#state = 'open';
    await this.#register(client);
  }

  stop(): Promise<void> {
    this.#state = 'closed';
    this.#stopped ??= this.#close();
    return this.#stopped;
  }

  #receiver(): Receiver {
    return new Receiver({
      house: this.#house,
      reception: this.#reception,
      outgoing: this.#outgoing,
      isOpen: () => this.#state !== 'closed',
      onRevoked: (reason) => this.#lose(reason),
      invite: () => inviteLink(applicationIn(this.#settings.token) ?? ''),
    });
  }

  async #close(): Promise<void> {
    this.#halted.resolve();
    await waitFor(this.#reception.settled(), PATIENCE);
    await this.#outgoing.close(PATIENCE);
    await waitFor(this.#client.destroy(), PATIENCE);
    this.#rest.clearHashSweeper();
    this.#rest.clearHandlerSweeper();
  }

  /** While it starts, that is told by whoever started it. */
  #lose(reason: string): void {
    if (this.#state !== 'open') return;
    this.#house.onLost(reason);
    void this.stop();
  }

  /** What was registered before goes on working where this fails. */
  async #register({ rest, application }: Client): Promise<void> {
    const { logger } = this.#house;
    try {
      const isNew = await register(rest, application?.id ?? '', this.#house);
      if (isNew) logger.info('the commands have changed and are registered', { platform: 'Discord' });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(error);
      if (refusal.status === 401) this.#lose(REVOKED);
      logger.error('The commands could not be registered: npm run setup tries again.', {
        platform: 'Discord',
        ...refusal.facts,
      });
    }
  }
}
