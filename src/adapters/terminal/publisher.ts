import type { Poster } from '#core/publisher';
import type { Reply } from '#core/reply';

/** Posts to whoever sits at this machine: what is shown is shown, and what was shown before a crash nobody can tell. */
export function makePoster(show: (reply: Reply) => void): Poster {
  let shown = 0;
  return {
    post: async ({ reply, mayGo }) => {
      if (!(await mayGo())) return { kind: 'later', after: 0, reason: 'another process has taken it over' };
      show(reply);
      return { kind: 'sent', message: `shown-${++shown}` };
    },
    find: async () => ({ kind: 'hidden', reason: 'a terminal keeps nothing' }),
    obstacle: async () => undefined,
    tell: async (_tenant, _person, reply) => show(reply),
  };
}
