import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from './rest.ts';
import { type BodyKind, discordFaults } from './rules.ts';
import type { ApiRequest, ApiResponse, World } from './wire.ts';

/** A received call with its response. */
export interface Call extends ApiRequest, Omit<ApiResponse, 'body'> {
  /** When it was received, in milliseconds of `performance.now()`. */
  readonly at: number;
  /** 0 if the connection was closed without a response. */
  readonly status: number;
}

/** A planned response to matching calls, in place of the usual one. */
export interface PlannedResponse {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly code?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The number of calls it applies to; default: 1. */
  readonly times?: number;
  /** The response is delayed until this resolves. */
  readonly after?: Promise<unknown>;
  /** The call takes effect nevertheless; only its response is replaced. */
  readonly done?: true;
}

/** For {@link PlannedResponse}: the connection is closed without a response. */
export const BROKEN = 0;

export type PendingResponse = PlannedResponse & { left: number };

/** @returns undefined for downloads of files, which are not API calls. */
export async function take(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  respondWith: readonly PendingResponse[],
): Promise<Call | undefined> {
  const at = performance.now();
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, '');
  const file = world.files.get(path);
  if (file !== undefined) {
    response.end(file);
    return undefined;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { text, files } = await partsOf(Buffer.concat(chunks), request.headers['content-type'] ?? '');
  const apiRequest: ApiRequest = {
    method: request.method ?? 'GET',
    path,
    query: searchParams,
    authorization: request.headers.authorization,
    body: text === '' ? undefined : JSON.parse(text),
    ...(files.size > 0 && { files }),
  };
  const apiResponse = (await another(apiRequest, respondWith, world)) ?? answer(world, apiRequest);
  if (apiResponse.status === BROKEN) {
    response.destroy();
    return { ...apiResponse, ...apiRequest, at };
  }
  const type = apiResponse.body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(apiResponse.status, { ...type, ...apiResponse.headers });
  response.end(apiResponse.body === undefined ? undefined : JSON.stringify(apiResponse.body));
  return { ...apiResponse, ...apiRequest, at };
}

/** The JSON of a body, and the files of a multipart body. */
async function partsOf(body: Buffer, type: string) {
  const files = new Map<string, Uint8Array>();
  if (!type.startsWith('multipart/form-data')) return { text: body.toString(), files };
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData();
  for (const part of form.values()) {
    if (part instanceof File) files.set(part.name, new Uint8Array(await part.arrayBuffer()));
  }
  return { text: String(form.get('payload_json')), files };
}

async function another(
  request: ApiRequest,
  all: readonly PendingResponse[],
  world: World,
): Promise<ApiResponse | undefined> {
  const found = all.find((reply) => reply.left > 0 && reply.method === request.method && reply.path.test(request.path));
  if (!found) return undefined;
  found.left--;
  await found.after;
  if (!all.includes(found)) return undefined;
  const { status, code = 0, message = 'refused', headers = {}, done } = found;
  const made = done ? answer(world, request).message : undefined;
  const rate = status === 429 ? { retry_after: Number(headers['retry-after'] ?? 0), global: false } : {};
  return { status, headers, body: { message, code, ...rate }, ...(made && { message: made }) };
}

/** Every attachment that is shown must be uploaded, and every upload must be shown. */
function fileFaults(body: object, files: Call['files'] = new Map()): readonly string[] {
  const shown = [...JSON.stringify(body).matchAll(/"attachment:\/\/([^"]+)"/g)].map(([, name = '']) => name);
  return [
    ...shown.filter((name) => !files.has(name)).map((name) => `${name} is shown, and was not sent`),
    ...[...files.keys()].filter((name) => !shown.includes(name)).map((name) => `${name} was sent, and is not shown`),
  ];
}

const KINDS: readonly (readonly [method: string, path: RegExp, kind: BodyKind])[] = [
  ['POST', /^\/interactions\/.*\/callback$/, 'callback'],
  ['PATCH', /^\/webhooks\/.*\/messages\//, 'original'],
  ['POST', /^\/webhooks\//, 'followup'],
  ['POST', /^\/channels\/\d+\/messages$/, 'create'],
  ['POST', /^\/channels\/\d+\/messages\/\d+\/threads$/, 'thread'],
  ['POST', /^\/users\/@me\/channels$/, 'conversation'],
  ['PUT', /^\/applications\/\d+\/commands$/, 'commands'],
];

/** What Discord would reject in a call. */
export function faultsOf({ method, path, body, files }: Call): readonly string[] {
  if (body === undefined) return [];
  const [, , kind] = KINDS.find(([verb, route]) => verb === method && route.test(path)) ?? [];
  if (kind === undefined) return [`${method} ${path} is no call of ours.`];
  return [...discordFaults(body, kind), ...fileFaults(body, files)].map((fault) => `${method} ${path}: ${fault}`);
}
