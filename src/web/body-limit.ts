import type { IncomingMessage, ServerResponse } from 'node:http';
import { respondText } from './respond.ts';

/** Octets of a body; what platforms send is a few thousand. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Whether a request may go on to whoever reads its body. One that says beforehand that it is too long is answered here; one
 * that does not say so, and is, is cut off while it comes in.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    respondText(response, 413, `A request may hold ${MAX_BODY_BYTES} octets at most.`, { connection: 'close' });
    return false;
  }
  let left = MAX_BODY_BYTES;
  const push = request.push.bind(request);
  // The parser hands each piece over here, before anybody keeps it.
  request.push = (chunk: Uint8Array | null, ...others) => {
    left -= chunk?.length ?? 0;
    if (left >= 0) return push(chunk, ...others);
    request.destroy();
    return false;
  };
  return true;
}
