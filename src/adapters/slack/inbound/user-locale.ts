import { LRUCache } from 'lru-cache';
import type { Sender } from '../api/send.ts';
import { type Caller, workspaceOf } from '../caller.ts';

/** Finds the language that a user has set in Slack, BCP 47: `ko-KR`; undefined if Slack does not respond in time. */
export type FindLocale = (caller: Caller) => Promise<string | undefined>;

const MAX_CACHED = 10_000;
const TTL_MS = 3_600_000;
/** Milliseconds that an answer waits for the language. */
const TIMEOUT_MS = 1_000;

/** No command or event contains the language; it needs the scope `users:read`, without which answers are in English. */
export function makeLocales(sender: Pick<Sender, 'call'>): FindLocale {
  const known = new LRUCache<string, Promise<string | undefined>>({ max: MAX_CACHED, ttl: TTL_MS });

  const ask = async (caller: Caller): Promise<string | undefined> => {
    try {
      const { user } = await sender.call(caller, 'users.info', { user: caller.user, include_locale: true });
      return (user as { readonly locale?: string } | undefined)?.locale;
    } catch {
      return undefined;
    }
  };

  return async (caller) => {
    const key = `${workspaceOf(caller.source)}/${caller.user}`;
    const asked = known.get(key) ?? ask(caller);
    known.set(key, asked);
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, TIMEOUT_MS);
    const locale = await Promise.race([asked, late]).finally(() => clearTimeout(timer));
    return locale ?? undefined;
  };
}
