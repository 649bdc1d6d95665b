import type { Message, Room, user } from './payloads.ts';
import type { Places } from './places.ts';

export interface ApiRequest {
  readonly method: string;
  /** Below `/api/v10`, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: any body that a client sends; tests know its type
  readonly body: any;
  /** The files that were sent beside the body, by name. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

export interface ApiResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The message that the call created or changed. */
  readonly message?: Message;
}

/** An interaction that a user started. */
export interface StartedInteraction {
  readonly id: string;
  readonly token: string;
  readonly room: Room;
  /** The message whose button was pressed. */
  readonly on?: Message | undefined;
  /** Whether it has expired: further responses are rejected. */
  expired: boolean;
  callback?: number;
  original?: Message;
}

export interface World {
  readonly application: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly bot: ReturnType<typeof user>;
  readonly accepts: (token: string) => boolean;
  readonly gatewayUrl: () => string;
  readonly shards: number;
  readonly starts: { remaining: number };
  /** Whether follow-ups are ephemeral, as for apps that are not installed in the server. */
  hidesFollowUps: boolean;
  readonly interactions: Map<string, StartedInteraction>;
  readonly messages: Map<string, Message>;
  commands: readonly unknown[];
  readonly files: Map<string, string | Uint8Array>;
  readonly places: Places;
  /** Milliseconds since 1970, UTC: used for ids and the expiry of nonces. */
  readonly now: () => number;
}

export type Handler = (world: World, request: ApiRequest, ids: readonly string[]) => ApiResponse;

/** `open`: no token is required. */
export type Route = readonly [method: string, path: RegExp, open: boolean, handler: Handler];

export const refusal = (status: number, code: number, text: string): ApiResponse => ({
  status,
  body: { message: text, code },
});

/** Stores a message, and returns it as the response. */
export function kept({ messages }: World, made: Message): ApiResponse {
  messages.set(made.id, made);
  return { status: 200, body: made, message: made };
}
