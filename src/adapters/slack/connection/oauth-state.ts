import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { InstallURLOptions, StateStore } from '@slack/bolt';

/** The lifetime of a state in milliseconds; Slack’s own code is valid for the same time. */
const TTL_MS = 600_000;
/** More than ever return within that time. */
const MAX_USED = 10_000;

/** The state is foreign, expired or already used. */
class InvalidStateError extends Error {
  override readonly name = 'BadState';
  /** The code that Bolt expects. */
  readonly code = 'slack_oauth_invalid_state';
}

// m4x2k9.3q2-7wYb…_A.9fKc…
// ^when   ^chance    ^both, signed
/**
 * The OAuth `state` values of users who install the app: each is valid for ten minutes, and once.
 *
 * @param secret the same after a restart, so that users who are at Slack in the meantime can return.
 * @param options the install options, the same for all users.
 */
export function makeStateStore(secret: string, options: InstallURLOptions): StateStore {
  const used = new Map<string, number>();
  const signed = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

  const consume = (state: string, now: number, until: number): void => {
    if (used.has(state)) throw new InvalidStateError('It has been used.');
    for (const [old, end] of used) if (end < now || used.size >= MAX_USED) used.delete(old);
    used.set(state, until);
  };

  return {
    async generateStateParam(_, now) {
      const text = `${now.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${signed(text)}`;
    },
    async verifyStateParam(now, state) {
      const end = state.lastIndexOf('.');
      const [text, mark] = [state.slice(0, Math.max(0, end)), Buffer.from(state.slice(end + 1))];
      const right = Buffer.from(signed(text));
      if (mark.length !== right.length || !timingSafeEqual(mark, right))
        throw new InvalidStateError('It was not issued here.');
      const until = Number.parseInt(text, 36) + TTL_MS;
      if (!(now.getTime() <= until)) throw new InvalidStateError('It has expired.');
      consume(state, now.getTime(), until);
      return options;
    },
  };
}
