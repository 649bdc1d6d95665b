import type { Client } from 'discord.js';
import { makeOutgoing, type Outgoing } from '#chat/outgoing';
import type { House } from '#chat/platform';
import { makeReception, type Reception } from '#chat/reception';
import type { Adapter, Desk } from '#core/ports';
import { makeClient } from './client.ts';
import { connect, watchShards } from './connect.ts';
import { inviteLink } from './invite.ts';
import { listen } from './listen.ts';
import { MESSAGE_METHOD } from './messages.ts';
import { Receiver } from './receive.ts';
import { REVOKED, Refusal } from './refusals.ts';
import { register } from './register.ts';
import { applicationIn, type DiscordSettings } from './settings.ts';

/** Answers of one server that may wait at once. */
const MOST_WAITING = 100;

const PACES = {
  // One message after the other; how fast, the client's own buckets say.
  channel: { every: 0, atOnce: 1 },
  workspace: { every: 0, atOnce: 50 },
  // All messages to channels count against 50 calls a second: https://docs.discord.com/developers/topics/rate-limits
  methods: { [MESSAGE_METHOD]: { every: 25, atOnce: 10 } },
} as const;

/** Milliseconds that answers under way may take once the process is told to stop. */
const PATIENCE = 10_000;

/** Nothing is tried again here: the client does that, when Discord says so. */
const noAdvice = (): undefined => undefined;

/** Discord's people at the desk: through one client, with as many shards as the gateway advises. */
export const discordAdapter = (settings: DiscordSettings, house: House): Adapter => new DiscordAdapter(settings, house);

class DiscordAdapter implements Adapter {
  readonly name = 'discord';
  readonly #settings: DiscordSettings;
  readonly #house: House;
  readonly #reception: Reception;
  readonly #outgoing: Outgoing;
  readonly #halted = Promise.withResolvers<void>();
  #state: 'idle' | 'starting' | 'open' | 'closed' = 'idle';
  #client: Client | undefined;
  #stopped: Promise<void> | undefined;

  constructor(settings: DiscordSettings, house: House) {
    this.#settings = settings;
    this.#house = house;
    this.#reception = makeReception('Discord', house);
    this.#outgoing = makeOutgoing(PACES, MOST_WAITING, noAdvice);
    house.watchQueue?.(() => this.#outgoing.pending());
  }

  async start(desk: Desk): Promise<void> {
    if (this.#state !== 'idle') return;
    this.#state = 'starting';
    const client = makeClient(this.#settings);
    this.#client = client;
    const receiver = this.#receiver();
    watchShards(client, { onState: this.#house.onState, onLost: (reason) => this.#lose(reason) });
    listen(client, {
      settings: this.#settings,
      house: this.#house,
      desk,
      receive: (inquiry) => receiver.receive(inquiry),
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
      invite: () => inviteLink(applicationIn(this.#settings.token) ?? '', this.#settings),
    });
  }

  async #close(): Promise<void> {
    this.#halted.resolve();
    await within(this.#reception.settled(), PATIENCE);
    await this.#outgoing.close(PATIENCE);
    if (this.#client) await within(this.#client.destroy(), PATIENCE);
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

/** Resolves when it has come, or when nobody waits any longer. */
async function within(promise: Promise<unknown>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const out = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([promise, out]).finally(() => clearTimeout(timer));
}
