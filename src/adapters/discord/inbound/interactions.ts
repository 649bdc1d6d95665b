import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  InteractionContextType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  MessageFlagsBitField,
  type RepliableInteraction,
} from 'discord.js';
import { decodeToken, type Token } from '#chat/button-token';
import type { Command } from '#core/command';
import type { Invocation } from '#core/invocation';
import type { Desk } from '#core/ports';
import * as post from '../api/interaction-responses.ts';
import { withoutMark } from '../message-key.ts';
import { type MaterialSource, materialOf } from './attachments.ts';
import { seatOf } from './permissions.ts';
import type { Inquiry } from './request.ts';

interface Needs {
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly files: MaterialSource;
}

/** What differs between the ways in. */
type Own = Pick<Inquiry, 'way' | 'ask'> & Partial<Pick<Inquiry, 'part' | 'share'>>;

/** The server, or the person in a conversation without one: what is handed in there, nobody else can ask about. */
export const placeOf = ({ guildId, user }: Pick<Interaction, 'guildId' | 'user'>): string =>
  `discord:${guildId ?? user.id}`;

/** What somebody asks with an interaction; undefined for those that take no answer. */
export function inquiryOf(interaction: Interaction, needs: Needs): Inquiry | undefined {
  if (interaction.isChatInputCommand()) return over(interaction, typed(interaction, needs));
  if (interaction.isMessageContextMenuCommand()) return over(interaction, handedIn(interaction, needs));
  if (interaction.isButton()) return over(interaction, pressed(interaction, needs));
  if (interaction.isAnySelectMenu()) return over(interaction, chosen(interaction, needs));
  return interaction.isRepliable() ? over(interaction, unknown(interaction, needs)) : undefined;
}

/** On an answer that only the asker sees, a button goes on in place; on any other, in an answer of its own. */
function over(interaction: RepliableInteraction, own: Own): Inquiry {
  const inPlace = interaction.isMessageComponent() && isPrivate(interaction);
  const place = placeOf(interaction);
  const { rest } = interaction.client;
  return {
    key: interaction.id,
    place,
    seat: seatOf(interaction),
    lane: { workspace: place },
    part: 1,
    shareable: interaction.inGuild() || interaction.context === InteractionContextType.PrivateChannel,
    acknowledge: () => (inPlace ? post.promiseChange : post.promise)(rest, interaction),
    turnAway: (message) => post.respond(rest, interaction, message),
    deliver: (message) => post.fulfil(rest, interaction, message),
    tell: (message) => (inPlace ? post.followUpPrivately : post.fulfil)(rest, interaction, message),
    ...own,
  };
}

const typed = ({ commandName, options }: ChatInputCommandInteraction, { desk }: Needs): Own => ({
  way: 'command',
  ask: (asker) => desk.ask({ kind: 'call', ...calledIn(commandName, options.data) }, asker),
});

const handedIn = ({ targetMessage }: MessageContextMenuCommandInteraction, { desk, files }: Needs): Own => ({
  way: 'shortcut',
  ask: async (asker) => desk.read(await materialOf(targetMessage, files), asker),
});

function pressed(interaction: ButtonInteraction, { desk, commands }: Needs): Own {
  const token = decodeToken(withoutMark(interaction.customId), commands);
  const own: Own = { way: 'button', part: token?.part ?? 1, ask: (asker) => desk.ask(press(token), asker) };
  // Only an answer that nobody else sees has something to share.
  return token?.verb === 'share' && isPrivate(interaction) ? { ...own, share: shareOver(interaction) } : own;
}

function chosen({ customId, values }: AnySelectMenuInteraction, { desk, commands }: Needs): Own {
  const token = decodeToken(withoutMark(customId), commands);
  const [value] = values;
  const given = token?.option === undefined || value === undefined ? {} : { [token.option]: value };
  return { way: 'select', ask: (asker) => desk.ask(press(token, given), asker) };
}

/** A form or an entry of a menu that nothing of ours leads to: of an earlier version, or made up. */
const unknown = (interaction: RepliableInteraction, { desk }: Needs): Own => ({
  way: interaction.isModalSubmit() ? 'modal' : 'shortcut',
  ask: (asker) => desk.ask(press(undefined), asker),
});

/** What a button leads to; what cannot be read leads to nothing that there is, and is answered as out of date. */
const press = (token: Token | undefined, more: Invocation['options'] = {}) =>
  ({
    kind: 'press',
    command: token?.invocation.command ?? '',
    options: { ...token?.invocation.options, ...more },
  }) as const;

const shareOver = (interaction: ButtonInteraction): NonNullable<Inquiry['share']> => ({
  key: `${interaction.message.id} ${interaction.customId}`,
  lane: { workspace: placeOf(interaction), channel: interaction.channelId },
  userId: interaction.user.id,
  post: (message) => post.followUp(interaction.client.rest, interaction, message),
});

// In a server that the bot is not in, a message comes as Discord wrote it: its flags are a number.
const isPrivate = ({ message }: MessageComponentInteraction): boolean =>
  new MessageFlagsBitField(message.flags ?? 0).has(MessageFlags.Ephemeral);

/** What is called: `schedule add` is registered as `add` of `schedule`, and a flag that is given is `yes`. */
export function calledIn(name: string, data: readonly CommandInteractionOption[]): Invocation {
  const [first] = data;
  return first?.options === undefined
    ? { command: name, options: givenIn(data) }
    : { command: `${name} ${first.name}`, options: givenIn(first.options) };
}

const givenIn = (options: readonly CommandInteractionOption[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    options.flatMap(({ name, value }) => {
      if (value === undefined || value === false) return [];
      return [[name, value === true ? 'yes' : String(value)]];
    }),
  );
