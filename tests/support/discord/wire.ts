import type { Message, Room, user } from './payloads.ts';
import type { Places } from './places.ts';

export interface Asked {
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

export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The message that the call made or changed. */
  readonly message?: Message;
}

/** An interaction that a user started. */
export interface Started {
  readonly id: string;
  readonly token: string;
  readonly room: Room;
  /** The message whose button was pressed. */
  readonly on?: Message | undefined;
  /** No longer answered: what comes is told so. */
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
  /** Follow-ups are shown to the user alone, as those of apps that a server has not invited. */
  hidesFollowUps: boolean;
  readonly interactions: Map<string, Started>;
  readonly messages: Map<string, Message>;
  commands: readonly unknown[];
  readonly files: Map<string, string | Uint8Array>;
  readonly places: Places;
  /** Milliseconds since 1970, UTC: what ids are made from, and how long nonces are remembered by. */
  readonly now: () => number;
}

export type Handler = (world: World, asked: Asked, ids: readonly string[]) => Answered;

/** `open`: every client that knows the path may call it. */
export type Route = readonly [method: string, path: RegExp, open: boolean, handler: Handler];

export const refusal = (status: number, code: number, text: string): Answered => ({
  status,
  body: { message: text, code },
});

/** Keeps a message as it is now, and gives it back. */
export function kept({ messages }: World, made: Message): Answered {
  messages.set(made.id, made);
  return { status: 200, body: made, message: made };
}
