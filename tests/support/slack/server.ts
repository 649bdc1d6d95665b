import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Inbox, makeInbox } from '../inbox.ts';
import { type Channels, makeChannels } from './channels.ts';
import { type Files, makeFiles } from './files.ts';
import { makeSocket, type Socket } from './socket.ts';
import { answerOf, type Body, bodyOf, faultsOf, type Grants, type PlannedFailure } from './web.ts';

/** A received request: a Web API call, or a message to a `response_url`. */
export interface Call {
  /** `chat.postMessage`, or `response_url`. */
  readonly method: string;
  readonly token: string;
  /** Its fields, with blocks and views parsed. */
  readonly body: Body;
  /** The full URL of the request. */
  readonly url: string;
  /** Violations in the request, besides failures that the test planned. */
  readonly faults: readonly string[];
}

export const rateLimited = (seconds: number): PlannedFailure => ({
  status: 429,
  headers: { 'retry-after': `${seconds}` },
  body: { ok: false, error: 'ratelimited' },
});
export const refused = (error: string): PlannedFailure => ({ body: { ok: false, error } });
/** The call takes effect, and its response is lost. */
export const LOST: PlannedFailure = { lost: true };
/** An error of a `response_url`: plain text. */
export const gone = (status: number, body: string): PlannedFailure => ({ status, body });

/** A loopback Slack: its Web API, sockets, files and response URLs. */
export interface LoopbackSlack {
  /** For `SLACK_API_URL`: `http://127.0.0.1:…/api/`. */
  readonly apiUrl: string;
  readonly origin: string;
  readonly calls: Inbox<Call>;
  /** Resolves with the next call of a method, each returned once. */
  call(method: string): Promise<Call>;
  /** Plans the responses to the next calls of a method, one each. */
  failNext(method: string, ...failures: readonly PlannedFailure[]): void;
  /** Holds the responses to all later calls of a method until the returned function is called. */
  hold(method: string): () => void;
  /** Rejects all later calls with this token with `error`. */
  revoke(token: string, error: string): void;
  /** The grants by OAuth code, and the scopes by token. */
  readonly grants: Grants;
  /** A response URL that accepts five messages. */
  responseUrl(): string;
  /** A trigger id that opens one modal. */
  triggerId(): string;
  readonly socket: Socket;
  readonly files: Files;
  /** The messages in channels, and who may read them. */
  readonly channels: Channels;
  /** All violations in what was sent; a test must end without any. */
  faults(): readonly string[];
  close(): Promise<void>;
}

const USES = 5;

/** @param now seconds since 1970, used for timestamps of messages. */
export async function startSlack(now: () => number = () => 1_700_000_000): Promise<LoopbackSlack> {
  const calls = makeInbox<Call>();
  const failures = new Map<string, PlannedFailure[]>();
  const revoked = new Map<string, string>();
  const holds = new Map<string, Promise<void>>();
  const uses = new Map<string, number>();
  const triggers = new Set<string>();
  const grants: Grants = { codes: new Map(), scopes: new Map(), tokens: new Map() };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = makeSocket(server, `${origin.replace('http', 'ws')}/link`);
  const files = makeFiles(origin);
  const channels = makeChannels(now);
  let last = 0;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    if (await files.serve(request, response)) return;
    const method = /^\/api\/([\w.]+)$/.exec(url)?.[1] ?? (url.startsWith('/answers/') ? 'response_url' : undefined);
    if (method === undefined) return void response.writeHead(404).end();
    const body = await bodyOf(request);
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const planned = failures.get(method)?.shift();
    const isDone = planned === undefined || planned.lost === true;
    const faults = isDone ? faultsOf(method, body) : [];
    const failNext = (isDone ? undefined : planned) ?? refusalOf(method, url, token, body, faults);
    calls.add({ method, token, body, url: `${origin}${url}`, faults });
    await holds.get(method);
    const answer = failNext ?? answerOf(method, { token, body, socketUrl: socket.url(), grants, channels, files });
    if (planned?.lost) return void response.destroy();
    send(response, answer);
  }

  /** Rejects calls that the current state does not allow. */
  function refusalOf(
    method: string,
    url: string,
    token: string,
    body: Body,
    faults: readonly string[],
  ): PlannedFailure | undefined {
    if (method === 'response_url') {
      const left = uses.get(url);
      if (left === undefined) return gone(404, 'no_service');
      if (left === 0) return gone(404, 'used_url');
      if (faults.length > 0) return gone(400, 'invalid_blocks');
      uses.set(url, left - 1);
      return undefined;
    }
    const error = revoked.get(token);
    if (error !== undefined) return refused(error);
    if (method === 'views.open' && !triggers.delete(`${body.trigger_id}`)) return refused('expired_trigger_id');
    const isMissing = files.shownIn(body.blocks).some((id) => !files.uploads.get(id)?.complete);
    return faults.length > 0 || isMissing ? refused('invalid_blocks') : undefined;
  }

  return {
    apiUrl: `${origin}/api/`,
    origin,
    calls,
    call: (wanted) => calls.next(({ method }) => method === wanted),
    failNext: (method, ...more) => void failures.set(method, [...(failures.get(method) ?? []), ...more]),
    hold(method) {
      const { promise, resolve } = Promise.withResolvers<void>();
      holds.set(method, promise);
      return () => {
        holds.delete(method);
        resolve();
      };
    },
    revoke: (token, error) => void revoked.set(token, error),
    grants,
    responseUrl() {
      const path = `/answers/${++last}`;
      uses.set(path, USES);
      return `${origin}${path}`;
    },
    triggerId() {
      const id = `trigger.${++last}`;
      triggers.add(id);
      return id;
    },
    socket,
    files,
    channels,
    faults: () => calls.all.flatMap(({ method, faults }) => faults.map((fault) => `${method}: ${fault}`)),
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status = 200, headers = {}, body = { ok: true } }: PlannedFailure): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
