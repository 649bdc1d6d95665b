import { INTENTS } from './gateway.ts';
import {
  type Attachment,
  type Component,
  componentsOf,
  EPHEMERAL,
  interaction,
  type Message,
  memberOf,
  message,
  type Room,
  snowflake,
  user,
} from './payloads.ts';
import { CALLBACK } from './rest.ts';
import type { Call, DiscordServer } from './server.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type */
const TYPE = { command: 2, component: 3, autocomplete: 4 } as const;
const COMMAND = { slash: 1, message: 3 } as const;
const OPTION = { subcommand: 1, text: 3, flag: 5 } as const;
const COMPONENT = { button: 2, select: 3 } as const;

type Options = Readonly<Record<string, string | boolean>>;

/** A message of a user, for “Brief this”. */
interface MessageInput {
  readonly content?: string;
  readonly attachments?: readonly Attachment[];
  /** The message that it forwards. */
  readonly forwarded?: { readonly content: string };
  /** Components, and the flags of a message that a bot posted. */
  readonly components?: Message['components'];
  readonly flags?: number;
}

/** A request of a user and its responses; each promise resolves when the response is received. */
export interface Question {
  readonly id: string;
  readonly token: string;
  /** When it was sent, in milliseconds of `performance.now()`. */
  readonly at: number;
  /** The first response. */
  acknowledged(): Promise<Call>;
  /** The answer as the user sees it: the first response, or its first edit. */
  answer(): Promise<Message>;
  /** The follow-up message. */
  followUp(): Promise<Message>;
  /** The choices of an autocomplete response. */
  choices(): Promise<readonly { readonly name: string; readonly value: string }[]>;
  /** Expires the interaction: later responses are rejected. */
  expire(): void;
}

/** A simulated user, who runs commands, presses buttons and writes messages. */
export class Person {
  readonly id = snowflake();
  readonly #server: DiscordServer;
  readonly #room: Room;
  readonly #locale: string;
  readonly #isBot: boolean;
  readonly #manages: boolean;
  readonly #installed: boolean;
  readonly #silent: boolean;

  /**
   * @param silent whether they may not send messages.
   *
   * @param installed whether the bot is in the server; if not, the user has installed it.
   */
  constructor(
    server: DiscordServer,
    {
      room = server.room as Room,
      locale = 'en-US',
      bot = false,
      manages = true,
      installed = true,
      silent = false,
    } = {},
  ) {
    this.#server = server;
    this.#room = room;
    this.#locale = locale;
    this.#isBot = bot;
    this.#manages = manages;
    this.#installed = installed;
    this.#silent = silent;
    if (room.guild === undefined) server.world.places.meet(this.id, room.channel);
  }

  /** A user in a direct message. */
  static direct(server: DiscordServer, { bot = false } = {}): Person {
    return new Person(server, { room: { channel: snowflake() }, bot });
  }

  get #self() {
    return { ...user(this.id, 'mina'), ...(this.#isBot ? { bot: true } : {}) };
  }

  command(name: string, options: Options = {}): Question {
    return this.#ask({ type: TYPE.command, data: called(name, given(options)) });
  }

  /** Types a value of an option; `options` are the values filled in before. */
  complete(name: string, focused: string, typed: string, options: Options = {}): Question {
    const typing = { name: focused, type: OPTION.text, value: typed, focused: true };
    return this.#ask({ type: TYPE.autocomplete, data: called(name, [...given(options), typing]) });
  }

  /** Presses a button with a label or a custom id. */
  press(on: Message, what: string): Question {
    const button = componentsOf(on.components).find(({ label, custom_id }) => label === what || custom_id === what);
    return this.pressId(on, button?.custom_id ?? missing(what, on));
  }

  pressId(on: Message, customId: string): Question {
    const data = { component_type: COMPONENT.button, custom_id: customId, id: 1 };
    return this.#ask({ type: TYPE.component, message: on, data }, on);
  }

  /** Selects a choice from the menu of a message by its label. */
  pick(on: Message, label: string): Question {
    const menu = componentsOf(on.components).find(({ type }) => type === COMPONENT.select);
    const value = menu?.options?.find((option) => option.label === label)?.value ?? missing(label, on);
    const data = { component_type: COMPONENT.select, custom_id: menu?.custom_id, id: 1, values: [value] };
    return this.#ask({ type: TYPE.component, message: on, data }, on);
  }

  /** Runs a message command on a user’s message. */
  onMessage(entry: string, { content = '', attachments, forwarded, ...more }: MessageInput): Question {
    const written = { room: this.#room, author: this.#self, content, ...more };
    const target = {
      ...message(attachments ? { ...written, attachments } : written),
      ...(forwarded ? forwardedMessage(message({ ...written, ...forwarded })) : {}),
    };
    const resolved = { messages: { [target.id]: target } };
    const data = { id: snowflake(), name: entry, type: COMMAND.message, target_id: target.id, resolved };
    return this.#ask({ type: TYPE.command, data });
  }

  /** Posts a message in the user's channel; the responses are the bot's messages there. */
  say(content: string): Promise<Message> {
    const { bot, gateway } = this.#server;
    const isDirect = this.#room.guild === undefined;
    const named = content.includes(`<@${bot.id}>`);
    const written = message({
      room: this.#room,
      author: this.#self,
      // Without the privileged intent, the bot sees content only in direct messages and mentions.
      content: named || isDirect ? content : '',
      mentions: named ? [{ ...bot }] : [],
    });
    const intent = isDirect ? INTENTS.directMessages : INTENTS.guildMessages;
    const before = this.#server.calls.length;
    const { guild } = this.#room;
    const member = guild === undefined ? {} : { member: memberOf(this.#self, guild, this.#manages) };
    gateway.dispatch(
      'MESSAGE_CREATE',
      { ...written, ...member, channel_type: isDirect ? 1 : 0 },
      this.#room.guild,
      intent,
    );
    const path = `/channels/${this.#room.channel}/messages`;
    const isNew = (call: Call): boolean => this.#server.calls.indexOf(call) >= before;
    return this.#server
      .call((call) => call.method === 'POST' && call.path === path && call.message !== undefined && isNew(call))
      .then((call) => call.message as Message);
  }

  /** Delivers the same event again, as Discord does after a suspected loss. */
  redeliver: () => void = () => {};

  #ask(more: Readonly<Record<string, unknown>>, on?: Message): Question {
    const { application, gateway, world } = this.#server;
    const asking = {
      room: this.#room,
      locale: this.#locale,
      manages: this.#manages,
      installed: this.#installed,
      silent: this.#silent,
    };
    const sent = interaction({ application, person: this.#self, ...asking }, more);
    const { id, token } = sent;
    const started = { id, token, room: this.#room, on, expired: false };
    world.interactions.set(token, started);
    this.redeliver = () => gateway.dispatch('INTERACTION_CREATE', sent, this.#room.guild);
    const at = performance.now();
    this.redeliver();
    return {
      id,
      token,
      at,
      acknowledged: () => this.#callTo(`/interactions/${id}/${token}/callback`),
      answer: async () => {
        const first = await this.#callTo(`/interactions/${id}/${token}/callback`);
        if (first.body.type === CALLBACK.message || first.body.type === CALLBACK.update)
          return first.message as Message;
        return (await this.#callTo(`/webhooks/${application}/${token}/messages/@original`)).message as Message;
      },
      followUp: async () => (await this.#callTo(`/webhooks/${application}/${token}`)).message as Message,
      choices: async () => (await this.#callTo(`/interactions/${id}/${token}/callback`)).body.data.choices,
      expire: () => {
        started.expired = true;
      },
    };
  }

  #callTo(path: string): Promise<Call> {
    return this.#server.call((call) => call.path === path && call.status < 300);
  }
}

/** A name of two words is a subcommand. */
function called(name: string, options: readonly object[]) {
  const [first = name, second] = name.split(' ', 2);
  const within = { type: OPTION.subcommand, name: second, options };
  return { id: snowflake(), name: first, type: COMMAND.slash, options: second === undefined ? options : [within] };
}

/** https://docs.discord.com/developers/resources/message#message-reference-types */
const forwardedMessage = (message: Message) => ({
  message_reference: { type: 1, message_id: message.id, channel_id: message.channel_id, guild_id: message.guild_id },
  message_snapshots: [{ message }],
});

const given = (options: Options) =>
  Object.entries(options).map(([name, value]) => ({
    name,
    type: typeof value === 'boolean' ? OPTION.flag : OPTION.text,
    value,
  }));

export const isPrivate = ({ flags }: Message): boolean => (flags & EPHEMERAL) !== 0;

/** All raw texts of a message, one per line. */
export const textOf = ({ content, components }: Message): string =>
  [content, ...componentsOf(components).map((component: Component) => component.content ?? '')]
    .filter(Boolean)
    .join('\n');

export const labelsOf = ({ components }: Message): readonly string[] =>
  componentsOf(components).flatMap(({ type, label }) => (type === COMPONENT.button && label ? [label] : []));

function missing(what: string, on: Message): never {
  throw new Error(`There is no “${what}” in: ${labelsOf(on).join(', ')}`);
}
