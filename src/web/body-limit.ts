import type { IncomingMessage, ServerResponse } from 'node:http';
import { say } from './respond.ts';

/** Octets of a body; what platforms send is a few thousand. */
const MOST_OCTETS = 1024 * 1024;

/**
 * Whether a request may go on to whoever reads its body. One that says beforehand that it is too long is answered here; one
 * that does not say so, and is, is cut off while it comes in.
 */
export function bounded(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers['content-length'] ?? 0) > MOST_OCTETS) {
    say(response, 413, `A request may hold ${MOST_OCTETS} octets at most.`, { connection: 'close' });
    return false;
  }
  let left = MOST_OCTETS;
  const push = request.push.bind(request);
  // The parser hands each piece over here, before anybody keeps it.
  request.push = (piece: Uint8Array | null, ...others) => {
    left -= piece?.length ?? 0;
    if (left >= 0) return push(piece, ...others);
    request.destroy();
    return false;
  };
  return true;
}
