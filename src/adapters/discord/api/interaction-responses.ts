import {
  type APIMessage,
  type BaseInteraction,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  type REST,
  Routes,
} from 'discord.js';
import type { Message } from '../render/message.ts';

// The bodies are ours to the last field: the client's own ways of sending add some that Discord's schema does not know.

/** Where an interaction's answers go. */
type Interaction = Pick<BaseInteraction, 'id' | 'token' | 'applicationId'>;

const asEphemeral = (message: Message): Message => ({ ...message, flags: message.flags | MessageFlags.Ephemeral });

const postCallback = (rest: REST, { id, token }: Interaction, body: object): Promise<unknown> =>
  rest.post(Routes.interactionCallback(id, token), { body, auth: false });

/** What is sent for a message: its body, and its files beside that. */
export interface MessageRequest {
  readonly body: object;
  readonly files?: RawFile[];
}

export function requestOf<T extends Message>({ files, ...body }: T): MessageRequest {
  return { body, ...withFiles(files) };
}

const withFiles = (files: Message['files']): Pick<MessageRequest, 'files'> =>
  files === undefined ? {} : { files: files.map((file) => ({ ...file, data: Buffer.from(file.data) })) };

/** Defers an answer that only the user will see. */
export const defer = (rest: REST, interaction: Interaction): Promise<unknown> =>
  postCallback(rest, interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  });

/** A promise that the message with the button will change. */
export const deferUpdate = (rest: REST, interaction: Interaction): Promise<unknown> =>
  postCallback(rest, interaction, { type: InteractionResponseType.DeferredMessageUpdate });

/** An immediate answer that only the user sees; it holds no files. */
export const respond = (rest: REST, interaction: Interaction, message: Message): Promise<unknown> =>
  postCallback(rest, interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: asEphemeral(message),
  });

/** What was promised. */
export const editReply = (rest: REST, { applicationId, token }: Interaction, message: Message): Promise<unknown> =>
  rest.patch(Routes.webhookMessage(applicationId, token), { ...requestOf(message), auth: false });

/** One more message to the channel, after what was promised. */
export const followUp = (
  rest: REST,
  { applicationId, token }: Interaction,
  message: Message,
): Promise<Pick<APIMessage, 'id' | 'flags'>> =>
  rest.post(Routes.webhook(applicationId, token), { ...requestOf(message), auth: false }) as Promise<APIMessage>;

export const deleteFollowUp = (rest: REST, { applicationId, token }: Interaction, message: string): Promise<unknown> =>
  rest.delete(Routes.webhookMessage(applicationId, token, message), { auth: false });

export const followUpEphemeral = (rest: REST, interaction: Interaction, message: Message): Promise<unknown> =>
  followUp(rest, interaction, asEphemeral(message));

/**
 * An answer to a message in its channel. Sent again because the first answer of Discord was lost, it is still one:
 * https://docs.discord.com/developers/resources/message#create-message
 */
export const replyToMessage = (rest: REST, to: { id: string; channelId: string }, message: Message): Promise<unknown> =>
  rest.post(
    Routes.channelMessages(to.channelId),
    requestOf({
      ...message,
      message_reference: { message_id: to.id, fail_if_not_exists: false },
      nonce: to.id,
      enforce_nonce: true,
    }),
  );
