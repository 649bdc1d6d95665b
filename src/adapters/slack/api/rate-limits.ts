import { errorKind } from '#chat/platform-error';
import type { RateLimit, RateLimits, RetryPolicy } from '#chat/queue/rate-limit';
import { SlackApiError } from './errors.ts';

/** Calls per minute, by method and workspace: https://docs.slack.dev/apis/web-api/rate-limits */
const CALLS_PER_MINUTE = { tier1: 1, tier2: 20, tier3: 50, tier4: 100 } as const;

/**
 * The tier of each method in use, from its page below https://docs.slack.dev/reference/methods/. Only `views.open` is
 * not throttled: its trigger expires after three seconds, and Slack allows bursts.
 */
const METHODS = {
  'chat.postEphemeral': 'tier4',
  'views.publish': 'tier4',
  'files.info': 'tier4',
  'files.getUploadURLExternal': 'tier4',
  'files.completeUploadExternal': 'tier4',
  'users.info': 'tier4',
  'conversations.history': 'tier3',
  'conversations.replies': 'tier3',
  'conversations.info': 'tier3',
} as const satisfies Readonly<Record<string, keyof typeof CALLS_PER_MINUTE>>;

const MINUTE_MS = 60_000;

const rateLimitOf = (tier: keyof typeof CALLS_PER_MINUTE): RateLimit => ({
  every: MINUTE_MS / CALLS_PER_MINUTE[tier],
  atOnce: 10,
});

/** The rate limits of Slack. */
export interface SlackRateLimits extends RateLimits {
  /** Limits for replies to a `response_url`; by default, the same as for other calls. */
  readonly addresses?: RateLimits;
}

export const RATE_LIMITS: SlackRateLimits = {
  // One message per second, regardless of the method.
  channel: { every: 1000, atOnce: 1 },
  // “Several hundred messages per minute” for all channels of a workspace: 600 are assumed.
  workspace: { every: 100, atOnce: 20 },
  methods: Object.fromEntries(Object.entries(METHODS).map(([method, tier]) => [method, rateLimitOf(tier)])),
  // Each `response_url` accepts five messages, and no rate is documented
  // (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses): Slack itself has just sent as
  // many requests. Replies to each are sent in sequence; if the rate is too high, Slack responds with 429.
  addresses: { channel: { every: 0, atOnce: 1 }, workspace: { every: 0, atOnce: 20 } },
};

/** The maximum number of queued calls per workspace: ten seconds' worth. */
export const MAX_WAITING = 100;

const MAX_TRIES = 4;
/** Seconds; a user does not wait longer for an answer. */
const MAX_WAIT_S = 60;
/** The minimum time between two attempts. */
const MIN_WAIT_MS = 1000;
/** Seconds until a trigger for a form expires: https://docs.slack.dev/interactivity/handling-user-interaction */
const TRIGGER_S = 3;

/** Waits as long as Slack specifies, at least one second; transient errors are retried once. */
export const retryDelay: RetryPolicy = (error, attempt) => {
  if (!(error instanceof SlackApiError)) return undefined;
  const { retryAfter } = error;
  if (retryAfter === undefined) return errorKind(error) === 'transient' && attempt === 1 ? MIN_WAIT_MS : undefined;
  const [maxTries, maxWait] = error.method === 'views.open' ? [2, TRIGGER_S - 1] : [MAX_TRIES, MAX_WAIT_S];
  return attempt < maxTries && retryAfter <= maxWait ? Math.max(retryAfter * 1000, MIN_WAIT_MS) : undefined;
};
