import { webApi } from '@slack/bolt';
import { isUnsentCode, PlatformError, type PlatformErrorKind } from '#chat/platform-error';

/** A failed call to Slack. */
export class SlackApiError extends PlatformError {
  override readonly name = 'SlackApiError';
  /** Slack's error code (`channel_not_found`), or one defined here if Slack returned none. */
  readonly reason: string;
  /** The Web API method, or `response_url`. */
  readonly method: string;
  /** Seconds to wait before retrying, if Slack specifies it. */
  readonly retryAfter: number | undefined;
  /** The scope that the call needs, if Slack specifies it. */
  readonly neededScope: string | undefined;

  constructor(method: string, reason: string, retryAfter?: number, neededScope?: string) {
    super(`${method}: ${reason}`);
    this.method = method;
    this.reason = reason;
    this.retryAfter = retryAfter;
    this.neededScope = neededScope;
  }

  override get kind(): PlatformErrorKind {
    return KIND_BY_REASON.get(this.reason) ?? (/^http_5/.test(this.reason) ? 'transient' : 'unexpected');
  }

  override get details(): Readonly<Record<string, unknown>> {
    return { method: this.method, reason: this.reason };
  }
}

/** Converts an error of the client, without the headers, URLs and bodies that it carries. */
export function toSlackApiError(method: string, error: unknown): SlackApiError {
  if (error instanceof SlackApiError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) return new SlackApiError(method, 'ratelimited', error.retryAfter);
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: reason, needed } = error.data as typeof error.data & { readonly needed?: string };
    return new SlackApiError(method, reasonIn(reason), undefined, needed);
  }
  if (error instanceof webApi.WebAPIHTTPError) return new SlackApiError(method, `http_${error.statusCode}`);
  // A 429 without `Retry-After`: the client has no error class for it.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return new SlackApiError(method, 'ratelimited', 1);
  return new SlackApiError(method, isUnsent(error) ? UNREACHABLE : UNANSWERED);
}

/** Certificate errors: no connection was established. */
const CERTIFICATE_CODE = /CERT|SELF_SIGNED|^UNABLE_TO_/;

function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  if (isUnsentCode(code) || CERTIFICATE_CODE.test(String(code ?? ''))) return true;
  return isUnsent(error instanceof webApi.WebAPIRequestError ? error.original : error.cause);
}

/** Slack's error codes are single words; anything else is a page from an intermediary, such as a proxy. */
export const reasonIn = (text: string): string => (/^[\w.-]{1,60}$/.test(text) ? text : 'no_reason_given');

/** A `response_url` that does not belong to a known Slack host. */
export const UNTRUSTED_ADDRESS = 'no_address_of_this_slack';

/** The request was not sent: no network, no DNS result, or no server at the address. */
const UNREACHABLE = 'unreachable';

/** The request was sent, but no response arrived: the call may have succeeded. */
const UNANSWERED = 'unanswered';

/** The handled error codes: https://docs.slack.dev/reference/methods/chat.postEphemeral#errors and similar pages. */
const REASONS: Readonly<Record<Exclude<PlatformErrorKind, 'unexpected'>, readonly string[]>> = {
  tokenRevoked: [
    'invalid_auth',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'not_authed',
    'org_login_required',
    'team_access_not_granted',
    'user_removed_from_team',
    'team_disabled',
    'app_uninstalled',
  ],
  routeClosed: [
    'channel_not_found',
    'not_in_channel',
    'user_not_in_channel',
    'is_archived',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_non_threadable_channel',
    'ekm_access_denied',
    'no_permission',
    'missing_scope',
    'access_denied',
    'cannot_reply_to_message',
    'messages_tab_disabled',
    'used_url',
    'expired_url',
    'no_service',
    'http_403',
    'http_404',
    UNTRUSTED_ADDRESS,
    'http_410',
    'expired_trigger_id',
    'exchanged_trigger_id',
    'trigger_exchanged',
    'invalid_trigger_id',
    // A Slack server, or a substitute for one, that does not have this method.
    'unknown_method',
    'method_not_supported_for_channel_type',
  ],
  invalidPayload: [
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_blocks_too_long',
    'msg_too_long',
    'invalid_arguments',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_attachments',
    'invalid_payload',
    'invalid_metadata_schema',
    'no_text',
    'too_many_attachments',
    'view_too_large',
    'block_mismatch',
    'http_400',
  ],
  transient: ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', UNREACHABLE, UNANSWERED],
};

const KIND_BY_REASON: ReadonlyMap<string, PlatformErrorKind> = new Map(
  (Object.entries(REASONS) as [PlatformErrorKind, readonly string[]][]).flatMap(([kind, reasons]) =>
    reasons.map((reason) => [reason, kind] as const),
  ),
);
