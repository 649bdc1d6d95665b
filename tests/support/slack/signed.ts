import { createHmac } from 'node:crypto';
import type { UserAction } from './people.ts';

export const SIGNING_SECRET = 'signing-secret-of-the-tests';

interface Details {
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly stamp?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The headers and the body of a signed request. */
export function signed({ kind, payload }: UserAction, details: Details = {}): RequestInit {
  if (kind === 'events_api') return signedText(JSON.stringify(payload), 'application/json', details);
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return signedText(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', details);
}

/** Signs any body as Slack does: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signedText(
  body: string,
  type: string,
  { secret = SIGNING_SECRET, stamp = Math.floor(Date.now() / 1000), headers = {} }: Details = {},
): RequestInit {
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': `${stamp}`,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body,
  };
}
