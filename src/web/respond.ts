import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Responds with one line of plain text; if a response has already started, aborts it instead. */
export function respondText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders = {},
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  respond(response, status, 'text/plain; charset=utf-8', `${text}\n`, headers);
}

/** Sends a complete response that must not be cached or sniffed for another type. */
export function respond(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}
