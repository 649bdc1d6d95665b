import { errorKind } from '#chat/platform-error';
import type { RateLimit, RateLimits, RetryPolicy } from '#chat/queue/rate-limit';
import { SlackApiError } from './errors.ts';

/** Calls a minute, by method and workspace: https://docs.slack.dev/apis/web-api/rate-limits */
const CALLS_PER_MINUTE = { tier1: 1, tier2: 20, tier3: 50, tier4: 100 } as const;

/**
 * The tier of each method we call, from its own page below https://docs.slack.dev/reference/methods/. Only `views.open`
 * waits for none: what opens a form is good for three seconds, and bursts are welcome there.
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
} as const satisfies Readonly<Record<string, keyof typeof CALLS_PER_MINUTE>>;

const MINUTE_MS = 60_000;

const rateLimitOf = (tier: keyof typeof CALLS_PER_MINUTE): RateLimit => ({
  every: MINUTE_MS / CALLS_PER_MINUTE[tier],
  atOnce: 10,
});

/** How fast Slack takes what. */
export interface SlackRateLimits extends RateLimits {
  /** Answers to the addresses that come with questions; as fast as the rest where nothing is said. */
  readonly addresses?: RateLimits;
}

export const RATE_LIMITS: SlackRateLimits = {
  // One message a second, whichever way it is posted.
  channel: { every: 1000, atOnce: 1 },
  // “Several hundred messages per minute” for all channels of a workspace: six hundred.
  workspace: { every: 100, atOnce: 20 },
  methods: Object.fromEntries(Object.entries(METHODS).map(([method, tier]) => [method, rateLimitOf(tier)])),
  // Each address takes five messages, and no pace is documented
  // (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses): Slack itself has just sent as
  // many questions. One after the other to each; should it be too much, a 429 says so.
  addresses: { channel: { every: 0, atOnce: 1 }, workspace: { every: 0, atOnce: 20 } },
};

/** How many calls of a workspace may wait: ten seconds' worth. */
export const MAX_WAITING = 100;

const MAX_TRIES = 4;
/** Seconds; a user who asked does not wait longer for an answer. */
const MAX_WAIT_S = 60;
/** The least time between two tries of anything. */
const MIN_WAIT_MS = 1000;
/** Seconds that a trigger is good for, which opens a form: https://docs.slack.dev/interactivity/handling-user-interaction */
const TRIGGER_S = 3;

/** Waits as long as Slack says, a second at least; what may pass is tried once more. */
export const retryDelay: RetryPolicy = (error, attempt) => {
  if (!(error instanceof SlackApiError)) return undefined;
  const { retryAfter } = error;
  if (retryAfter === undefined) return errorKind(error) === 'transient' && attempt === 1 ? MIN_WAIT_MS : undefined;
  const [maxTries, maxWait] = error.method === 'views.open' ? [2, TRIGGER_S - 1] : [MAX_TRIES, MAX_WAIT_S];
  return attempt < maxTries && retryAfter <= maxWait ? Math.max(retryAfter * 1000, MIN_WAIT_MS) : undefined;
};
