/** Types of the schemas in use: the package has none. */
declare module 'discord-api-spec/zod' {
  interface Issue {
    readonly path: readonly PropertyKey[];
    readonly message: string;
    readonly errors?: readonly (readonly Issue[])[];
  }

  export interface Schema {
    safeParse(
      body: unknown,
    ): { success: true; data: unknown } | { success: false; error: { readonly issues: readonly Issue[] } };
  }

  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema;
  export const ApplicationCommandUpdateRequestSchema: Schema;
  export const CreateMessageInteractionCallbackRequestSchema: Schema;
  export const CreatePrivateChannelRequestSchema: Schema;
  export const CreateTextThreadWithMessageRequestSchema: Schema;
  export const IncomingWebhookRequestPartialSchema: Schema;
  export const IncomingWebhookUpdateRequestPartialSchema: Schema;
  export const MessageCreateRequestSchema: Schema;
  export const MessageEditRequestPartialSchema: Schema;
  export const ModalInteractionCallbackRequestSchema: Schema;
  export const UpdateMessageInteractionCallbackRequestSchema: Schema;
}
