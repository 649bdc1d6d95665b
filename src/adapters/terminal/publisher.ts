import { message } from '#core/messages/index';
import type { Publisher } from '#core/publisher';
import type { Reply } from '#core/reply';

/** Posts to the user at this machine. Output is final, and what was shown before a crash cannot be determined. */
export function makePublisher(show: (reply: Reply) => void): Publisher {
  let shown = 0;
  return {
    post: async ({ reply, stillOwned }) => {
      if (!(await stillOwned())) return { kind: 'retry', retryAfterMs: 0, reason: message('delivery.takenOver') };
      show(reply);
      return { kind: 'sent', message: `shown-${++shown}` };
    },
    find: async () => ({ kind: 'hidden', reason: message('delivery.tooMuch') }),
    whyCannotPost: async () => undefined,
    notify: async (_tenant, _person, reply) => show(reply),
  };
}
