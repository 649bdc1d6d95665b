/** What the server and its tests read of a component; https://discord.com/developers/docs/components/reference */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly items?: readonly { readonly description?: string }[];
}

/** A message as the server keeps it. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string | undefined;
  readonly content: string;
  readonly flags: number;
  readonly components: readonly Component[];
  readonly [more: string]: unknown;
}

/** Where somebody writes: a channel of a server, or a conversation with the bot alone. */
export interface Room {
  readonly channel: string;
  readonly guild?: string;
}

export const EPHEMERAL = 1 << 6;
export const V2 = 1 << 15;
const TEXT = 0;
const DM = 1;
const EPOCH = 1_420_070_400_000n;

let last = (BigInt(Date.UTC(2025, 0, 1)) - EPOCH) << 22n;

/** A new id, higher than all before it. */
export const snowflake = (): string => {
  last += 1n << 22n;
  return last.toString();
};

export const user = (id: string, username: string) => ({
  id,
  username,
  discriminator: '0',
  global_name: null,
  avatar: null,
  public_flags: 0,
});

/** A server with one text channel, as GUILD_CREATE tells of it. */
export const guild = (id: string, channel: string) => ({
  id,
  name: 'Newsroom',
  owner_id: id,
  unavailable: false,
  member_count: 2,
  large: false,
  joined_at: '2025-01-01T00:00:00.000000+00:00',
  preferred_locale: 'en-US',
  features: [],
  roles: [{ id, name: '@everyone', permissions: '0', color: 0, hoist: false, position: 0, managed: false }],
  emojis: [],
  stickers: [],
  members: [],
  presences: [],
  threads: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  channels: [
    { id: channel, type: TEXT, name: 'desk', position: 0, permission_overwrites: [], parent_id: null, guild_id: id },
  ],
});

const memberOf = (person: ReturnType<typeof user>) => ({
  user: person,
  roles: [],
  joined_at: '2025-01-01T00:00:00.000000+00:00',
  premium_since: null,
  permissions: '2248473465835073',
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

interface Asking {
  readonly application: string;
  readonly person: ReturnType<typeof user>;
  readonly room: Room;
  readonly locale: string;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
export function interaction({ application, person, room, locale }: Asking, more: Readonly<Record<string, unknown>>) {
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
        channel: { id: room.channel, type: DM, recipients: [person] },
        user: person,
        authorizing_integration_owners: { 0: '0' },
        context: 1,
      }
    : {
        ...shared,
        guild_id: room.guild,
        guild: { id: room.guild, locale: 'en-US', features: [] },
        channel: { id: room.channel, type: TEXT, name: 'desk', guild_id: room.guild },
        guild_locale: 'en-US',
        member: memberOf(person),
        authorizing_integration_owners: { 0: room.guild },
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
  id: snowflake(),
  type: 0,
  channel_id: room.channel,
  guild_id: room.guild,
  author,
  content: written.content ?? '',
  flags: written.flags ?? 0,
  components: written.components ?? [],
  attachments: (written.attachments ?? []).map((one) => ({ id: snowflake(), proxy_url: one.url, ...one })),
  mentions: written.mentions ?? [],
  mention_roles: [],
  mention_everyone: false,
  embeds: [],
  timestamp: '2025-01-01T00:00:00.000000+00:00',
  edited_timestamp: null,
  tts: false,
  pinned: false,
});

/** A message and everything in it, depth first. */
export const componentsOf = (all: readonly Component[]): readonly Component[] =>
  all.flatMap((one) => [
    one,
    ...componentsOf(one.components ?? []),
    ...componentsOf(one.accessory ? [one.accessory] : []),
  ]);
