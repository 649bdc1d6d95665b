import type { IncomingMessage, ServerResponse } from 'node:http';
import { respondText } from './respond.ts';

/** The maximum size of a body in bytes; those of platforms have a few thousand. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Whether a request may be passed to the handler that reads its body. A request that declares a body over the limit is
 * answered here; one that exceeds the limit without declaring it is aborted while it is received.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    respondText(response, 413, `A request may hold ${MAX_BODY_BYTES} octets at most.`, { connection: 'close' });
    return false;
  }
  let left = MAX_BODY_BYTES;
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
