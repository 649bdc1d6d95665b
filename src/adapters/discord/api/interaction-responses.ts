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

// We build the bodies ourselves: the client's own methods add fields that Discord's schema does not define.

/** The data needed to respond to an interaction. */
type Interaction = Pick<BaseInteraction, 'id' | 'token' | 'applicationId'>;

const asEphemeral = (message: Message): Message => ({ ...message, flags: message.flags | MessageFlags.Ephemeral });

const postCallback = (rest: REST, { id, token }: Interaction, body: object): Promise<unknown> =>
  rest.post(Routes.interactionCallback(id, token), { body, auth: false });

/** A message as sent: its body, and its files separately. */
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

/** Acknowledges that the message with the button will be updated. */
export const deferUpdate = (rest: REST, interaction: Interaction): Promise<unknown> =>
  postCallback(rest, interaction, { type: InteractionResponseType.DeferredMessageUpdate });

/** Responds immediately, visible only to the user; cannot contain files. */
export const respond = (rest: REST, interaction: Interaction, message: Message): Promise<unknown> =>
  postCallback(rest, interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: asEphemeral(message),
  });

/** Edits the deferred response. Files of an earlier answer in it are removed: by default, Discord keeps them. */
export const editReply = (rest: REST, { applicationId, token }: Interaction, message: Message): Promise<unknown> =>
  rest.patch(Routes.webhookMessage(applicationId, token), {
    ...requestOf({ ...message, attachments: message.attachments ?? [] }),
    auth: false,
  });

/** Sends a further message to the channel after the deferred response. */
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
 * Replies to a message in its channel. A retry after a lost response creates no second reply:
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
