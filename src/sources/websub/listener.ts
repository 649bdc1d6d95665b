import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HubStore, HubSubscription } from '#core/storage/hub-store';
import { signatureCheck } from './signature.ts';

export interface HubListenerDeps {
  readonly hubs: Pick<HubStore, 'find' | 'confirm' | 'reject' | 'hasten'>;
  readonly now: () => number;
  readonly secretOf: (token: string) => string;
  /** Polls what is due. */
  readonly wake: () => void;
  /** Called for each notice that is not signed by its hub. */
  readonly onForged: (subscription: HubSubscription) => void;
}

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/** The bounds of a lease; hubs usually grant some days. */
const MIN_LEASE = 600 * SECOND;
const MAX_LEASE = 90 * DAY;
export const DEFAULT_LEASE = 10 * DAY;

/** Longer challenges, and bodies, are not from a hub. */
const MAX_CHALLENGE = 1_000;
const MAX_BODY = 1_048_576;

/**
 * Answers the hubs of feeds (https://www.w3.org/TR/websub/): confirms what was requested of them, and takes notices of
 * new content. Their content is not read: a signed notice makes its feed due, and the feed is fetched as usual.
 */
export async function answerHub(request: IncomingMessage, response: ServerResponse, deps: HubListenerDeps) {
  const url = URL.parse(request.url ?? '', 'http://localhost');
  const token = /^\/websub\/([\w-]{16,100})$/.exec(url?.pathname ?? '')?.[1];
  const subscription = token === undefined ? undefined : await deps.hubs.find(token);
  if (!url || !subscription) return respond(response, 404);
  if (request.method === 'GET') return confirm(url.searchParams, subscription, response, deps);
  if (request.method === 'POST') return notice(request, response, subscription, deps);
  return respond(response, 405);
}

/** Answers whether a request was really made: with the challenge of the hub. */
async function confirm(
  query: URLSearchParams,
  { token, topic, mode }: HubSubscription,
  response: ServerResponse,
  { hubs, now }: HubListenerDeps,
): Promise<void> {
  const [asked, challenge] = [query.get('hub.mode'), query.get('hub.challenge') ?? ''];
  if (query.get('hub.topic') !== topic) return respond(response, 404);
  if (asked === 'denied') {
    await hubs.reject(token, now());
    return respond(response, 200);
  }
  if (asked !== mode || challenge === '' || challenge.length > MAX_CHALLENGE) {
    return respond(response, 404);
  }
  const seconds = Number(query.get('hub.lease_seconds') ?? '');
  const lease = seconds > 0 ? Math.min(Math.max(seconds * SECOND, MIN_LEASE), MAX_LEASE) : DEFAULT_LEASE;
  await hubs.confirm(token, now(), lease);
  respond(response, 200, challenge);
}

async function notice(
  request: IncomingMessage,
  response: ServerResponse,
  subscription: HubSubscription,
  { hubs, now, wake, onForged, secretOf }: HubListenerDeps,
): Promise<void> {
  const header = request.headers['x-hub-signature'];
  const check = signatureCheck(typeof header === 'string' ? header : undefined, secretOf(subscription.token));
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BODY) {
      response.setHeader('connection', 'close');
      return respond(response, 413);
    }
    check?.update(chunk);
  }
  // A forged notice is answered like a signed one, as the specification demands, and has no effect.
  respond(response, 202);
  if (!check?.isRight()) onForged(subscription);
  else if (subscription.mode === 'subscribe') {
    await hubs.hasten(subscription.feed, now());
    wake();
  }
}

function respond(response: ServerResponse, status: number, text = ''): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
    .end(text);
}
