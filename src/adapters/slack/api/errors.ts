import { webApi } from '@slack/bolt';

/** A failed call to Slack: it contains no secret and no user's text, so it may be logged as it is. */
export class SlackApiError extends Error {
  override readonly name = 'Refusal';
  /** Slack's own word for it (`channel_not_found`), or ours for what never came to that. */
  readonly reason: string;
  /** The Web API method, or `response_url`. */
  readonly method: string;
  /** Seconds to wait before the next try, where Slack says so. */
  readonly retryAfter: number | undefined;

  constructor(method: string, reason: string, retryAfter?: number) {
    super(`${method}: ${reason}`);
    this.method = method;
    this.reason = reason;
    this.retryAfter = retryAfter;
  }
}

/** What the client throws, without the headers, addresses and bodies that it carries. */
export function toSlackApiError(method: string, error: unknown): SlackApiError {
  if (error instanceof SlackApiError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) return new SlackApiError(method, 'ratelimited', error.retryAfter);
  if (error instanceof webApi.WebAPIPlatformError) return new SlackApiError(method, reasonIn(error.data.error));
  if (error instanceof webApi.WebAPIHTTPError) return new SlackApiError(method, `http_${error.statusCode}`);
  // A 429 that does not say for how long: the client has no class of its own for it.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return new SlackApiError(method, 'ratelimited', 1);
  return new SlackApiError(method, isUnsent(error) ? UNREACHABLE : UNANSWERED);
}

/** No connection came about: by Node's codes, by those of its fetch, and by what can be wrong with a certificate. */
const UNSENT_CODES =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|SELF_SIGNED|^UNABLE_TO_/;

function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (UNSENT_CODES.test(String((error as { readonly code?: unknown }).code ?? ''))) return true;
  return isUnsent(error instanceof webApi.WebAPIRequestError ? error.original : error.cause);
}

/** Slack's reasons are single words; anything else is a page from an intermediary, such as a proxy. */
export const reasonIn = (text: string): string => (/^[\w.-]{1,60}$/.test(text) ? text : 'no_reason_given');

/** An answer address that leads to no Slack we know. */
export const UNTRUSTED_ADDRESS = 'no_address_of_this_slack';

/** The request was not sent: no network, no DNS result, or no server at the address. */
const UNREACHABLE = 'unreachable';

/** The request was sent, but no response arrived: the call may have succeeded. */
const UNANSWERED = 'unanswered';

type ErrorClass =
  /** The token is of no use any more, or never was. */
  | 'lost'
  /** This route to the requester is closed: another may be open. */
  | 'closed'
  /** Slack does not take what we wrote. */
  | 'malformed'
  /** It may work a moment later. */
  | 'passing';

/** The reasons that we act upon: https://docs.slack.dev/reference/methods/chat.postEphemeral#errors and its neighbours. */
const ERROR_CLASSES: Readonly<Record<ErrorClass, readonly string[]>> = {
  lost: [
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
  closed: [
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
    // A Slack, or what stands in for one, that has not got this way.
    'unknown_method',
    'method_not_supported_for_channel_type',
  ],
  malformed: [
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
  passing: ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', UNREACHABLE, UNANSWERED],
};

const CLASS_BY_REASON: ReadonlyMap<string, ErrorClass> = new Map(
  (Object.entries(ERROR_CLASSES) as [ErrorClass, readonly string[]][]).flatMap(([meaning, reasons]) =>
    reasons.map((reason) => [reason, meaning] as const),
  ),
);

/** Classifies a failed call by what to do next; undefined for unexpected errors. */
export function classify(error: unknown): ErrorClass | undefined {
  if (!(error instanceof SlackApiError)) return undefined;
  return CLASS_BY_REASON.get(error.reason) ?? (/^http_5/.test(error.reason) ? 'passing' : undefined);
}
