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
interface Handed {
  readonly content?: string;
  readonly attachments?: readonly Attachment[];
  /** What it passes on from elsewhere. */
  readonly forwarded?: { readonly content: string };
  /** What a bot has posted is made of components, and of flags that say so. */
  readonly components?: Message['components'];
  readonly flags?: number;
}

/** Something asked, and what comes back for it. Everything resolves when it has happened. */
export interface Question {
  readonly id: string;
  readonly token: string;
  /** When it was sent, in milliseconds of `performance.now()`. */
  readonly at: number;
  /** The first response. */
  acknowledged(): Promise<Call>;
  /** The answer as the asker sees it: the first response, or the first edit of it. */
  answer(): Promise<Message>;
  /** The message sent beside the answer. */
  followUp(): Promise<Message>;
  /** What a completion offers. */
  choices(): Promise<readonly { readonly name: string; readonly value: string }[]>;
  /** From here on Discord takes nothing for it any more. */
  expire(): void;
}

/** A user of Discord, who types commands, presses buttons, and writes to the bot. */
export class Person {
  readonly id = snowflake();
  readonly #server: DiscordServer;
  readonly #room: Room;
  readonly #locale: string;
  readonly #isBot: boolean;
  readonly #manages: boolean;
  readonly #installed: boolean;
  readonly #silent: boolean;

  /** @param silent whether they may not send messages. @param installed whether the bot is in the server; if not, the person has brought it along. */
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
  static alone(server: DiscordServer, { bot = false } = {}): Person {
    return new Person(server, { room: { channel: snowflake() }, bot });
  }

  get #self() {
    return { ...user(this.id, 'mina'), ...(this.#isBot ? { bot: true } : {}) };
  }

  command(name: string, options: Options = {}): Question {
    return this.#ask({ type: TYPE.command, data: called(name, given(options)) });
  }

  /** Types in an option of a command; `options` are those filled in before. */
  complete(name: string, focused: string, typed: string, options: Options = {}): Question {
    const typing = { name: focused, type: OPTION.text, value: typed, focused: true };
    return this.#ask({ type: TYPE.autocomplete, data: called(name, [...given(options), typing]) });
  }

  /** Presses a button by its label, or anything by its custom id. */
  press(on: Message, what: string): Question {
    const button = componentsOf(on.components).find(({ label, custom_id }) => label === what || custom_id === what);
    return this.pressId(on, button?.custom_id ?? missing(what, on));
  }

  pressId(on: Message, customId: string): Question {
    const data = { component_type: COMPONENT.button, custom_id: customId, id: 1 };
    return this.#ask({ type: TYPE.component, message: on, data }, on);
  }

  /** Chooses in the message's menu, by a choice's label. */
  pick(on: Message, label: string): Question {
    const menu = componentsOf(on.components).find(({ type }) => type === COMPONENT.select);
    const value = menu?.options?.find((option) => option.label === label)?.value ?? missing(label, on);
    const data = { component_type: COMPONENT.select, custom_id: menu?.custom_id, id: 1, values: [value] };
    return this.#ask({ type: TYPE.component, message: on, data }, on);
  }

  /** Selects an entry in the menu of a user’s message. */
  onMessage(entry: string, { content = '', attachments, forwarded, ...more }: Handed): Question {
    const written = { room: this.#room, author: this.#self, content, ...more };
    const target = {
      ...message(attachments ? { ...written, attachments } : written),
      ...(forwarded ? passedOn(message({ ...written, ...forwarded })) : {}),
    };
    const resolved = { messages: { [target.id]: target } };
    const data = { id: snowflake(), name: entry, type: COMMAND.message, target_id: target.id, resolved };
    return this.#ask({ type: TYPE.command, data });
  }

  /** Writes a message where the person is; what comes back are the bot's messages to that channel. */
  say(content: string): Promise<Message> {
    const { bot, gateway } = this.#server;
    const isDirect = this.#room.guild === undefined;
    const named = content.includes(`<@${bot.id}>`);
    const written = message({
      room: this.#room,
      author: this.#self,
      // Without the intent for it, content is shown to the bot only where it is meant.
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

  /** Sends the very same event once more, as Discord does when it believes the first was lost. */
  again: () => void = () => {};

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
    this.again = () => gateway.dispatch('INTERACTION_CREATE', sent, this.#room.guild);
    const at = performance.now();
    this.again();
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

/** A name of two words is one command within another. */
function called(name: string, options: readonly object[]) {
  const [first = name, second] = name.split(' ', 2);
  const within = { type: OPTION.subcommand, name: second, options };
  return { id: snowflake(), name: first, type: COMMAND.slash, options: second === undefined ? options : [within] };
}

/** https://docs.discord.com/developers/resources/message#message-reference-types */
const passedOn = (message: Message) => ({
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

/** Every text of a message, a line each, as it was sent. */
export const textOf = ({ content, components }: Message): string =>
  [content, ...componentsOf(components).map((component: Component) => component.content ?? '')]
    .filter(Boolean)
    .join('\n');

export const labelsOf = ({ components }: Message): readonly string[] =>
  componentsOf(components).flatMap(({ type, label }) => (type === COMPONENT.button && label ? [label] : []));

function missing(what: string, on: Message): never {
  throw new Error(`There is no “${what}” in: ${labelsOf(on).join(', ')}`);
}
