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
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import { type ButtonToken, decodeToken } from '#chat/button-token';
import type { Command } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import type { Dispatcher } from '#core/ports';
import * as post from '../api/interaction-responses.ts';
import { withoutMessageKey } from '../message-key.ts';
import { type FileSource, readUpload } from './attachments.ts';
import { scopeOf } from './permissions.ts';
import type { UserRequest } from './request.ts';

interface RequestDeps {
  readonly dispatcher: Dispatcher;
  readonly commands: readonly Command[];
  readonly files: FileSource;
}

/** The parts of a request that depend on the type of interaction. */
type RequestDetails = Pick<UserRequest, 'source' | 'ask'> & Partial<Pick<UserRequest, 'part' | 'share'>>;

/** The server, or the user outside a server: articles submitted there are not available to any other tenant. */
export const tenantKeyOf = ({ guildId, user }: Pick<Interaction, 'guildId' | 'user'>): string =>
  `discord:${guildId ?? user.id}`;

/** Returns the user's request in an interaction; undefined for interactions that take no answer. */
export function requestFrom(interaction: Interaction, needs: RequestDeps): UserRequest | undefined {
  if (interaction.isChatInputCommand()) return interactionRequest(interaction, commandRequest(interaction, needs));
  if (interaction.isMessageContextMenuCommand())
    return interactionRequest(interaction, shortcutRequest(interaction, needs));
  if (interaction.isButton()) return interactionRequest(interaction, buttonRequest(interaction, needs));
  if (interaction.isAnySelectMenu()) return interactionRequest(interaction, selectRequest(interaction, needs));
  return interaction.isRepliable() ? interactionRequest(interaction, unknownRequest(interaction, needs)) : undefined;
}

/** A button on a private answer updates it in place; on any other, it sends a new answer. */
function interactionRequest(interaction: RepliableInteraction, own: RequestDetails): UserRequest {
  const inPlace = interaction.isMessageComponent() && isPrivate(interaction);
  const place = tenantKeyOf(interaction);
  const { rest } = interaction.client;
  return {
    key: interaction.id,
    tenantKey: place,
    scope: scopeOf(interaction),
    locale: interaction.locale,
    queueKey: { workspace: place },
    part: 1,
    shareable: interaction.inGuild() || interaction.context === InteractionContextType.PrivateChannel,
    acknowledge: () => (inPlace ? post.deferUpdate : post.defer)(rest, interaction),
    rejectBusy: (message) => post.respond(rest, interaction, message),
    respond: (message) => post.editReply(rest, interaction, message),
    reportError: (message) => (inPlace ? post.followUpEphemeral : post.editReply)(rest, interaction, message),
    ...own,
  };
}

const commandRequest = (
  { commandName, options }: ChatInputCommandInteraction,
  { dispatcher }: RequestDeps,
): RequestDetails => ({
  source: 'command',
  ask: (requester) => dispatcher.dispatch({ kind: 'call', ...invocationFrom(commandName, options.data) }, requester),
});

const shortcutRequest = (
  { targetMessage }: MessageContextMenuCommandInteraction,
  { dispatcher, files }: RequestDeps,
): RequestDetails => ({
  source: 'shortcut',
  ask: async (requester) => dispatcher.briefUpload(await readUpload(targetMessage, files), requester),
});

function buttonRequest(interaction: ButtonInteraction, { dispatcher, commands }: RequestDeps): RequestDetails {
  const token = decodeToken(withoutMessageKey(interaction.customId), commands);
  const own: RequestDetails = {
    source: 'button',
    part: token?.part ?? 1,
    ask: (requester) => dispatcher.dispatch(pressQuestion(token), requester),
  };
  // Only a private answer can be shared.
  return token?.action === 'share' && isPrivate(interaction) ? { ...own, share: shareFor(interaction) } : own;
}

function selectRequest(
  { customId, values }: AnySelectMenuInteraction,
  { dispatcher, commands }: RequestDeps,
): RequestDetails {
  const token = decodeToken(withoutMessageKey(customId), commands);
  const [value] = values;
  const given = token?.option === undefined || value === undefined ? {} : { [token.option]: value };
  return { source: 'select', ask: (requester) => dispatcher.dispatch(pressQuestion(token, given), requester) };
}

/** The request for an unknown form or menu entry: from an earlier version, or forged. */
const unknownRequest = (interaction: RepliableInteraction, { dispatcher }: RequestDeps): RequestDetails => ({
  source: interaction.isModalSubmit() ? 'modal' : 'shortcut',
  ask: (requester) => dispatcher.dispatch(pressQuestion(undefined), requester),
});

/** Returns the request of a button; an unreadable token is answered as out of date. */
const pressQuestion = (token: ButtonToken | undefined, more: Invocation['options'] = {}) =>
  ({
    kind: 'component',
    command: token?.invocation.command ?? '',
    options: { ...token?.invocation.options, ...more },
  }) as const;

const shareFor = (interaction: ButtonInteraction): NonNullable<UserRequest['share']> => ({
  key: `${interaction.message.id} ${interaction.customId}`,
  queueKey: { workspace: tenantKeyOf(interaction), channel: interaction.channelId },
  userId: interaction.user.id,
  isAllowed: mayPost(interaction),
  post: async (message) => {
    const { rest } = interaction.client;
    const { id, flags } = await post.followUp(rest, interaction, message);
    const isPublic = !new MessageFlagsBitField(flags ?? 0).has(MessageFlags.Ephemeral);
    // A private copy would show the user the same answer twice.
    if (!isPublic) await post.deleteFollowUp(rest, interaction, id);
    return isPublic;
  },
});

/** Direct messages have no permissions. Of an unknown channel, it is unknown too whether it is a thread. */
function mayPost({ guildId, memberPermissions, channel }: ButtonInteraction): boolean {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  if (guildId === null) return true;
  const needed = channel
    ? [channel.isThread() ? SendMessagesInThreads : SendMessages]
    : [SendMessages, SendMessagesInThreads];
  return memberPermissions?.has(needed) === true;
}

// In a server without the bot, a message arrives as raw API data: its flags are a number.
const isPrivate = ({ message }: MessageComponentInteraction): boolean =>
  new MessageFlagsBitField(message.flags ?? 0).has(MessageFlags.Ephemeral);

/** Returns the invocation: `schedule add` is registered as `add` of `schedule`, and a flag that is set is `yes`. */
export function invocationFrom(name: string, data: readonly CommandInteractionOption[]): Invocation {
  const [first] = data;
  return first?.options === undefined
    ? { command: name, options: optionsFrom(data) }
    : { command: `${name} ${first.name}`, options: optionsFrom(first.options) };
}

const optionsFrom = (options: readonly CommandInteractionOption[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    options.flatMap(({ name, value }) => {
      if (value === undefined || value === false) return [];
      return [[name, value === true ? 'yes' : String(value)]];
    }),
  );
