/** The fields of a component that the tests use; https://discord.com/developers/docs/components/reference */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly style?: number;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[];
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly items?: readonly { readonly description?: string }[];
}

/** A message as the server stores it. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string | undefined;
  readonly content: string;
  readonly flags: number;
  readonly components: readonly Component[];
  readonly [more: string]: unknown;
}

/** Where a user writes: a channel of a server, or a direct message. */
export interface Room {
  readonly channel: string;
  readonly guild?: string;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export const KIND = { text: 0, direct: 1, voice: 2, category: 4, announcement: 5, thread: 11, forum: 15 } as const;

export const EPHEMERAL = 1 << 6;
export const V2 = 1 << 15;
const EPOCH = 1_420_070_400_000n;

let last = (BigInt(Date.UTC(2025, 0, 1)) - EPOCH) << 22n;

/** Returns a new id, higher than all previous ones, and not older than an instant. */
export const snowflake = (instant = 0): string => {
  const at = (BigInt(Math.trunc(instant)) - EPOCH) << 22n;
  last = at > last ? at : last + (1n << 22n);
  return last.toString();
};

/** The time of creation that an id contains. */
export const instantOf = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH);

/** The time of the last id: the clock advances as ids are made. */
export const lastInstant = (): number => instantOf(last.toString());

export const user = (id: string, username: string) => ({
  id,
  username,
  discriminator: '0',
  global_name: null,
  avatar: null,
  public_flags: 0,
});

/** The GUILD_CREATE payload of a server with the bot among its members. */
export const guild = (
  id: string,
  bot: ReturnType<typeof user>,
  channels: readonly object[],
  { locale = 'en-US', joined = '2025-01-01T00:00:00.000000+00:00' } = {},
) => ({
  id,
  name: 'Newsroom',
  owner_id: id,
  unavailable: false,
  member_count: 2,
  large: false,
  joined_at: joined,
  preferred_locale: locale,
  features: [],
  roles: [role(id, '@everyone', EVERYBODY), role(managersOf(id), 'editors', String(MANAGE_GUILD))],
  emojis: [],
  stickers: [],
  members: [{ ...memberOf(bot, id, false), permissions: undefined }],
  presences: [],
  threads: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  channels,
});

/** The permissions of @everyone, which the bot has, too: https://docs.discord.com/developers/topics/permissions */
export const PERMISSION = {
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  readMessageHistory: 1n << 16n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const;
const EVERYBODY = String(Object.values(PERMISSION).reduce((all, permission) => all | permission));

const MANAGE_GUILD = 1n << 5n;

const role = (id: string, name: string, permissions: string) => ({
  ...{ id, name, permissions, color: 0, hoist: false, position: 0, managed: false, mentionable: false },
});

/** The role with permission to manage a server. */
const managersOf = (guild: string): string => String(BigInt(guild) + 1n);

export const memberOf = (person: ReturnType<typeof user>, guild: string, manages: boolean, silent = false) => ({
  user: person,
  roles: manages ? [managersOf(guild)] : [],
  joined_at: '2025-01-01T00:00:00.000000+00:00',
  premium_since: null,
  permissions: String((BigInt(EVERYBODY) & ~(silent ? PERMISSION.sendMessages : 0n)) | (manages ? MANAGE_GUILD : 0n)),
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

interface InteractionInput {
  readonly application: string;
  readonly person: ReturnType<typeof user>;
  readonly room: Room;
  readonly locale: string;
  /** Whether the person may manage the server. */
  readonly manages: boolean;
  /** Whether the bot is in the server; if not, the user has installed it. */
  readonly installed: boolean;
  /** Whether the person may not send messages. */
  readonly silent?: boolean;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
export function interaction(
  { application, person, room, locale, manages, installed, silent }: InteractionInput,
  more: Readonly<Record<string, unknown>>,
) {
  const id = snowflake();
  const shared = {
    id,
    application_id: application,
    token: `interaction-token-${id}`,
    version: 1,
    channel_id: room.channel,
    locale,
    app_permissions: '2248473465835073',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...more,
  };
  return room.guild === undefined
    ? {
        ...shared,
        channel: { id: room.channel, type: KIND.direct, recipients: [person] },
        user: person,
        authorizing_integration_owners: { 0: '0' },
        context: 1,
      }
    : {
        ...shared,
        guild_id: room.guild,
        guild: { id: room.guild, locale: 'en-US', features: [] },
        channel: { id: room.channel, type: KIND.text, name: 'desk', guild_id: room.guild },
        guild_locale: 'en-US',
        member: memberOf(person, room.guild, manages, silent),
        authorizing_integration_owners: installed ? { 0: room.guild } : { 1: person.id },
        context: 0,
      };
}

export interface Attachment {
  readonly filename: string;
  readonly url: string;
  readonly size: number;
  readonly content_type?: string;
}

interface Written {
  readonly id?: string;
  readonly type?: number;
  readonly room: Room;
  readonly author: ReturnType<typeof user>;
  readonly content?: string;
  readonly flags?: number;
  readonly components?: readonly Component[];
  readonly attachments?: readonly Attachment[];
  readonly mentions?: readonly ReturnType<typeof user>[];
}

/** https://discord.com/developers/docs/resources/message#message-object */
export const message = ({ room, author, ...written }: Written): Message => ({
  id: written.id ?? snowflake(),
  type: written.type ?? 0,
  channel_id: room.channel,
  guild_id: room.guild,
  author,
  content: written.content ?? '',
  flags: written.flags ?? 0,
  components: written.components ?? [],
  attachments: (written.attachments ?? []).map((attachment) => ({
    id: snowflake(),
    proxy_url: attachment.url,
    ...attachment,
  })),
  mentions: written.mentions ?? [],
  mention_roles: [],
  mention_everyone: false,
  embeds: [],
  timestamp: '2025-01-01T00:00:00.000000+00:00',
  edited_timestamp: null,
  tts: false,
  pinned: false,
});

/** All components of a message, depth first. */
export const componentsOf = (all: readonly Component[]): readonly Component[] =>
  all.flatMap((component) => [
    component,
    ...componentsOf(component.components ?? []),
    ...componentsOf(component.accessory ? [component.accessory] : []),
  ]);
