import type { IncomingMessage, ServerResponse } from 'node:http';
import { respondText } from './respond.ts';

/** Octets of a body; what platforms send is a few thousand. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Whether a request may be passed on to the handler that reads its body. A request that declares too long a body is
 * answered here; one that exceeds the limit without declaring it is cut off while it comes in.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    respondText(response, 413, `A request may hold ${MAX_BODY_BYTES} octets at most.`, { connection: 'close' });
    return false;
  }
  let left = MAX_BODY_BYTES;
  const push = request.push.bind(request);
  // The parser passes each chunk through here before it is buffered.
  request.push = (chunk: Uint8Array | null, ...others) => {
    left -= chunk?.length ?? 0;
    if (left >= 0) return push(chunk, ...others);
    request.destroy();
    return false;
  };
  return true;
}
