import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { commandFaults, type WireCommand } from './command-rules.ts';
import { type Body, messageFaults } from './message-rules.ts';
import { modalFaults } from './modal-rules.ts';
import { schemaFaults } from './schema.ts';

/**
 * Where a body goes: `create` POST /channels/:id/messages, `thread` POST …/messages/:id/threads, `conversation` POST
 * /users/@me/channels, `edit` PATCH of a message, `callback` POST
 * /interactions/:id/:token/callback, `followup` POST /webhooks/:app/:token, `original` PATCH …/messages/:id,
 * `commands` PUT /applications/:app/commands.
 */
export type BodyKind =
  | 'create'
  | 'thread'
  | 'conversation'
  | 'edit'
  | 'callback'
  | 'followup'
  | 'original'
  | 'commands';

/** All violations in a request body, one sentence each, by the official schema and by rules that it lacks. */
export const discordFaults = (body: unknown, kind: BodyKind): readonly string[] => CHECKS[kind](body);

const CHECKS: { readonly [K in BodyKind]: (body: unknown) => readonly string[] } = {
  create: (body) => [...schemaFaults(body, MessageCreateRequestSchema), ...messageFaults(body as Body)],
  thread: (body) => schemaFaults(body, CreateTextThreadWithMessageRequestSchema),
  conversation: (body) => schemaFaults(body, CreatePrivateChannelRequestSchema),
  edit: (body) => [...schemaFaults(body, MessageEditRequestPartialSchema), ...messageFaults(body as Body)],
  followup: (body) => [...schemaFaults(body, IncomingWebhookRequestPartialSchema), ...messageFaults(body as Body)],
  original: (body) => [
    ...schemaFaults(body, IncomingWebhookUpdateRequestPartialSchema),
    ...messageFaults(body as Body),
  ],
  callback: (body) => callbackFaults(body as { readonly type?: unknown; readonly data?: Body }),
  commands: (body) =>
    Array.isArray(body)
      ? [
          ...body.flatMap((command) => schemaFaults(command, ApplicationCommandUpdateRequestSchema)),
          ...commandFaults(body as readonly WireCommand[]),
        ]
      : ['the commands are no list'],
};

/** The callback of an interaction: by its type a message, a deferred message, choices or a form. */
function callbackFaults(body: { readonly type?: unknown; readonly data?: Body }): readonly string[] {
  switch (body?.type) {
    case 4:
      return [...schemaFaults(body, CreateMessageInteractionCallbackRequestSchema), ...messageFaults(body.data ?? {})];
    case 5:
      return schemaFaults(body, CreateMessageInteractionCallbackRequestSchema);
    case 6:
      return schemaFaults(body, UpdateMessageInteractionCallbackRequestSchema);
    case 7:
      return [...schemaFaults(body, UpdateMessageInteractionCallbackRequestSchema), ...messageFaults(body.data ?? {})];
    case 8:
      return [...schemaFaults(body, ApplicationCommandAutocompleteCallbackRequestSchema), ...choiceFaults(body.data)];
    case 9:
      return [...schemaFaults(body, ModalInteractionCallbackRequestSchema), ...modalFaults(body.data)];
    default:
      return [`an answer of type ${body?.type} is none of ours`];
  }
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
function choiceFaults(data: unknown): readonly string[] {
  const choices = (data as { choices?: readonly { name?: string; value?: unknown }[] } | undefined)?.choices;
  if (!choices) return ['a completion has no choices'];
  return [
    ...(choices.length > 25 ? [`${choices.length} choices, more than 25`] : []),
    ...choices.flatMap(({ name = '', value }) => [
      ...(name.trim() === '' || name.length > 100 ? [`a choice’s name of ${name.length} characters`] : []),
      ...(typeof value === 'string' && (value === '' || value.length > 100)
        ? [`a choice’s value of ${value.length} characters`]
        : []),
    ]),
  ];
}
