import type { IncomingMessage, ServerResponse } from 'node:http';
import { respondText } from './respond.ts';

/** The default maximum size of a body in bytes; those of platforms have a few thousand. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Whether a request may be passed to the handler that reads its body. A request that declares a body over the limit is
 * answered here; one that exceeds the limit without declaring it is aborted while it is received.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, maxBytes: number): boolean {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    respondText(response, 413, `A request may have ${maxBytes} bytes at most.`, { connection: 'close' });
    return false;
  }
  let left = maxBytes;
  const push = request.push.bind(request);
  // The parser passes each chunk through this method before it is buffered.
  request.push = (chunk: Uint8Array | null, ...others) => {
    left -= chunk?.length ?? 0;
    if (left >= 0) return push(chunk, ...others);
    request.destroy();
    return false;
  };
  return true;
}
