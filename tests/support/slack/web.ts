import type { IncomingMessage } from 'node:http';
import type { Channels } from './channels.ts';
import type { Files } from './files.ts';
import { slackFaults } from './rules.ts';

/** A planned failure of a call. */
export interface PlannedFailure {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>> | string;
  /** Whether the call takes effect and its connection is closed without a response. */
  readonly lost?: true;
}

/** The fields of a call; blocks and views are parsed from JSON in either encoding. */
export type Body = Readonly<Record<string, unknown>>;

/** The grants and scopes of tokens. */
export interface Grants {
  /** The response of `oauth.v2.access` by OAuth code, returned once. */
  readonly codes: Map<string, Readonly<Record<string, unknown>>>;
  /** The scopes of each token, for the header. */
  readonly scopes: Map<string, string>;
  /** Fields of `auth.test` by token, besides the common ones. */
  readonly tokens: Map<string, Readonly<Record<string, unknown>>>;
}

interface Asked {
  readonly token: string;
  readonly body: Body;
  readonly socketUrl: string;
  readonly grants: Grants;
  readonly channels: Channels;
  readonly files: Files;
}

/** The bot of all workspaces. */
const BOT = { user_id: 'UBOT', bot_id: 'BBOT' } as const;

const STRUCTURED = ['blocks', 'view', 'attachments', 'metadata', 'files'] as const;

/** Parses a body, a form or JSON. */
export async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of request) text += chunk;
  if (/json/.test(request.headers['content-type'] ?? '')) return JSON.parse(text) as Body;
  const form: Record<string, unknown> = Object.fromEntries(new URLSearchParams(text));
  for (const name of STRUCTURED) if (typeof form[name] === 'string') form[name] = JSON.parse(form[name]);
  return form;
}

/** The success response of each method; default: `{ok: true}`. */
const ANSWERS: Readonly<Record<string, (asked: Asked) => PlannedFailure>> = {
  'auth.test': ({ token, grants }) => ({
    headers: { 'x-oauth-scopes': grants.scopes.get(token) ?? '' },
    body: {
      ok: true,
      url: 'https://river.example/',
      team: 'River',
      team_id: 'T1',
      user: 'onrecord',
      ...BOT,
      ...grants.tokens.get(token),
    },
  }),
  'bots.info': () => ({ body: { ok: true, bot: { id: BOT.bot_id, app_id: 'A1' } } }),
  'apps.connections.open': ({ token, socketUrl }) =>
    token.startsWith('xapp-')
      ? { body: { ok: true, url: socketUrl } }
      : { body: { ok: false, error: 'not_allowed_token_type' } },
  'oauth.v2.access': ({ body, grants }) => {
    const grant = grants.codes.get(`${body.code}`);
    grants.codes.delete(`${body.code}`);
    return { body: grant ? { ok: true, ...grant } : { ok: false, error: 'invalid_code' } };
  },
  'chat.postEphemeral': () => ({ body: { ok: true, message_ts: '1700000000.000200' } }),
  'views.open': ({ body }) => ({ body: { ok: true, view: { id: 'V1', ...(body.view as object) } } }),
};

export const answerOf = (method: string, asked: Asked): PlannedFailure =>
  ANSWERS[method]?.(asked) ??
  asked.files.answer(method, asked.body, asked.channels) ??
  asked.channels.answer(method, asked.body) ?? { body: { ok: true } };

/** The methods that send a message. */
const MESSAGES = new Set(['chat.postMessage', 'chat.postEphemeral', 'response_url']);

const VIEWS = new Set(['views.open', 'views.publish']);

/** Returns violations in a call. */
export function faultsOf(method: string, body: Body): readonly string[] {
  if (VIEWS.has(method)) return slackFaults(body.view);
  if (!MESSAGES.has(method)) return [];
  return [
    // A message may have text only.
    ...(body.blocks === undefined ? [] : slackFaults(body)),
    ...(typeof body.text === 'string' && body.text.trim() !== '' ? [] : ['a message without plain text']),
    ...(isFailure(body.unfurl_links) && isFailure(body.unfurl_media) ? [] : ['a message that unfurls']),
  ];
}

const isFailure = (value: unknown): boolean => value === false || value === 'false';
