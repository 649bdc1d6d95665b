import { instantOf, KIND, type PERMISSION, snowflake } from './payloads.ts';

/** A channel, a thread or a direct message. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guild?: string;
  /** The channel that a thread belongs to. */
  readonly parent?: string;
  /** The other user of a direct message. */
  readonly person?: string;
  /** The permissions that the bot lacks there. */
  denied: bigint;
  locked: boolean;
}

type Permission = keyof typeof PERMISSION;

interface Needs {
  readonly bot: string;
  readonly permissions: typeof PERMISSION;
  /** Dispatches an event of a server to its clients. */
  readonly broadcast: (event: string, payload: unknown, guild: string) => void;
}

/** The channels of the bot's servers and its direct messages. Changes are dispatched to clients. */
export class Places {
  readonly #channels = new Map<string, Channel>();
  readonly #needs: Needs;
  /** Users who do not accept messages from the bot. */
  readonly blocking = new Set<string>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** The servers that the bot is in. */
  guilds(): readonly string[] {
    return [...new Set(this.#channels.values().flatMap(({ guild }) => (guild === undefined ? [] : [guild])))];
  }

  /** Removes the bot from a server. */
  leave(guild: string): void {
    for (const { id, guild: of } of [...this.#channels.values()]) if (of === guild) this.#channels.delete(id);
  }

  /** Whether a user is known, by a direct message with the bot. */
  knows(person: string): boolean {
    return this.#channels.values().some((channel) => channel.person === person);
  }

  get(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  /**
   * Adds a channel.
   *
   * @returns its id.
   */
  open(guild: string, { type = KIND.text as number, name = 'desk', parent = '', id = snowflake() } = {}): string {
    const channel: Channel = { id, type, name, guild, ...(parent && { parent }), denied: 0n, locked: false };
    this.#channels.set(id, channel);
    this.#needs.broadcast(isThread(channel) ? 'THREAD_CREATE' : 'CHANNEL_CREATE', this.payload(channel), guild);
    return id;
  }

  /** Opens a direct message with a user. */
  meet(person: string, id = snowflake()): Channel {
    const known = this.#channels.values().find((place) => place.person === person);
    if (known) return known;
    const channel: Channel = { id, type: KIND.direct, name: '', person, denied: 0n, locked: false };
    this.#channels.set(id, channel);
    return channel;
  }

  /** Denies the bot permissions in a channel. */
  deny(id: string, ...names: readonly Permission[]): void {
    const channel = this.#channels.get(id);
    if (!channel?.guild) return;
    channel.denied = names.reduce((all, name) => all | this.#needs.permissions[name], 0n);
    this.#needs.broadcast('CHANNEL_UPDATE', this.payload(channel), channel.guild);
  }

  /** Locks a thread: it accepts no messages. */
  lock(id: string): void {
    const channel = this.#channels.get(id);
    if (channel) channel.locked = true;
  }

  /** Deletes a channel, as a user. */
  remove(id: string): void {
    const channel = this.#channels.get(id);
    this.#channels.delete(id);
    if (channel?.guild) this.#needs.broadcast('CHANNEL_DELETE', this.payload(channel), channel.guild);
  }

  /** The permissions that the bot lacks in a channel; a thread inherits those of its channel. */
  denied({ denied, parent }: Channel): bigint {
    return parent === undefined ? denied : (this.#channels.get(parent)?.denied ?? 0n);
  }

  /** A channel as in GUILD_CREATE. */
  of(guild: string): readonly object[] {
    return [...this.#channels.values()]
      .filter((channel) => channel.guild === guild && !isThread(channel))
      .map((channel) => this.payload(channel));
  }

  /** https://docs.discord.com/developers/resources/channel#channel-object */
  payload({ id, type, name, guild, parent, person, denied, locked }: Channel): object {
    if (person !== undefined) return { id, type, recipients: [{ id: person, username: 'mina', discriminator: '0' }] };
    const at = new Date(instantOf(id)).toISOString();
    const metadata = { archived: locked, locked, auto_archive_duration: 1440, archive_timestamp: at };
    const overwrites = denied === 0n ? [] : [{ id: this.#needs.bot, type: 1, allow: '0', deny: String(denied) }];
    return {
      ...{ id, type, name, guild_id: guild, position: 0, parent_id: parent ?? null },
      ...(parent === undefined ? { permission_overwrites: overwrites } : { thread_metadata: metadata }),
    };
  }
}

export const isThread = ({ type }: Channel): boolean => type === KIND.thread;
