import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BufferedIncomingMessage, HTTPModuleFunctions, type HTTPReceiver, isValidSlackRequest } from '@slack/bolt';
import type { AdapterHost, Listener } from '#core/platform';
import { makeInFlight } from '../in-flight.ts';
import { PATHS } from '../scopes.ts';
import type { Transport } from './socket-mode.ts';

/** Bytes; the largest message with all its blocks is a tenth of it. */
export const MAX_BODY_BYTES = 1_000_000;

/** Milliseconds within which a request is acknowledged, if at all. */
const ACK_TIMEOUT_MS = 1000;

/** Receives Slack's requests on the process's own HTTP port. */
export function httpTransport(
  receiver: HTTPReceiver,
  signingSecret: string,
  host: Pick<AdapterHost, 'mount' | 'onState'>,
): Transport {
  let isOpen = false;
  const answering = makeInFlight();
  const listener = listenerOf(receiver, signingSecret, () => isOpen);
  const turn = (open: boolean): void => {
    if (isOpen === open) return;
    isOpen = open;
    host.onState(open);
  };
  return {
    async open() {
      host.mount('/slack', (request, response) => {
        answering.track(new Promise<void>((resolve) => response.once('close', resolve)));
        listener(request, response);
      });
      turn(true);
    },
    async close() {
      turn(false);
      await answering.settled(ACK_TIMEOUT_MS);
    },
  };
}

/**
 * Handles Slack's requests on the process's HTTP port: Bolt checks signatures and timestamps; requests that would pass
 * these checks wrongly or make Bolt throw are rejected here.
 *
 * @param isOpen whether requests are accepted at present.
 */
function listenerOf(receiver: HTTPReceiver, signingSecret: string, isOpen: () => boolean): Listener {
  return (request, response) => {
    if (!isOpen()) return endResponse(response, 503);
    // Only browsers and Slack’s servers call this: no third-party page may show the install page in a frame.
    response.setHeader('x-frame-options', 'DENY');
    void handleRequest(receiver, signingSecret, request, response).catch(() => endResponse(response, 400));
  };
}

async function handleRequest(
  receiver: HTTPReceiver,
  signingSecret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'POST') {
    if (URL.parse(request.url ?? '', 'http://host')?.pathname !== PATHS.events) return endResponse(response, 404);
    if (isFromFuture(request)) return endResponse(response, 401);
    const rawBody = await bodyOf(request);
    if (!rawBody) return endResponse(response.setHeader('connection', 'close'), 413);
    const buffered: BufferedIncomingMessage = Object.assign(request, { rawBody });
    if (!isObject(buffered)) return endResponse(response, isSigned(buffered, signingSecret) ? 400 : 401);
  }
  if (isCertificateCheck(request)) return endResponse(response, 200);
  try {
    receiver.requestListener(request, response);
  } catch {
    // Bolt throws for unknown paths.
    endResponse(response, 404);
  }
}

/** Slack's occasional certificate check: https://docs.slack.dev/interactivity/implementing-slash-commands */
function isCertificateCheck({ method, url }: IncomingMessage): boolean {
  const asked = URL.parse(url ?? '', 'http://host');
  return method === 'GET' && asked?.pathname === PATHS.events && asked.searchParams.get('ssl_check') === '1';
}

/** Reads the body; undefined if it exceeds the size of any request from Slack: the rest is left unread. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>();
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer): void => {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) return void chunks.push(chunk);
    request.off('data', take).pause();
    resolve(undefined);
  };
  request.on('data', take);
  request.once('end', () => resolve(Buffer.concat(chunks)));
  request.once('error', reject);
  return promise;
}

/** The maximum clock skew in seconds: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const MAX_CLOCK_SKEW_S = 300;

/** Bolt rejects old timestamps only: a request with a future timestamp could be replayed until then. */
const isFromFuture = ({ headers }: IncomingMessage): boolean =>
  Number(headers['x-slack-request-timestamp']) > Date.now() / 1000 + MAX_CLOCK_SKEW_S;

/** Bolt assumes that a signed body is an object: `null` would end the process. */
function isObject(request: BufferedIncomingMessage): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body);
  } catch {
    return false;
  }
}

function isSigned({ headers, rawBody }: BufferedIncomingMessage, signingSecret: string): boolean {
  const signature = headers['x-slack-signature'];
  const stamp = Number(headers['x-slack-request-timestamp']);
  return (
    typeof signature === 'string' &&
    isValidSlackRequest({
      signingSecret,
      body: rawBody.toString(),
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp },
    })
  );
}

function endResponse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}
