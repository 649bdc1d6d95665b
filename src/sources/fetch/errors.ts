import { UserError } from '#core/errors';
import { message, type Text } from '#core/messages/index';

/** Why something could not be fetched. */
export type FetchFailure =
  /** Not an address, or one that is never requested: another scheme, a closed port, credentials in it. */
  | 'address'
  /** An address in a private network. */
  | 'private'
  | 'not-found'
  /** 410: permanently removed. */
  | 'gone'
  /** 401, 402, 403 or 451: the server requires a login or a payment, or refuses bots. */
  | 'wall'
  /** 429 or 503: rate limited or temporarily unavailable. */
  | 'busy'
  | 'server'
  | 'too-big'
  | 'timeout'
  | 'unreachable'
  | 'certificate'
  | 'redirects'
  | 'malformed';

/** The reason why a fetch failed, in one sentence that never contains a credential. */
export class FetchError extends UserError {
  override readonly name = 'FetchError';
  readonly failure: FetchFailure;
  /** Milliseconds to wait, as requested by the server. */
  readonly retryAfter: number | undefined;

  constructor(failure: FetchFailure, text: Text, { cause, retryAfter }: FetchErrorDetails = {}) {
    super(text, { cause });
    this.failure = failure;
    this.retryAfter = retryAfter;
  }
}

interface FetchErrorDetails {
  readonly cause?: unknown;
  readonly retryAfter?: number | undefined;
}

const UNREACHABLE = {
  ENOTFOUND: 'fetch.noHost',
  EAI_AGAIN: 'fetch.noLookup',
  ECONNREFUSED: 'fetch.refused',
  EHOSTUNREACH: 'fetch.unreachable',
  ENETUNREACH: 'fetch.unreachable',
  ETIMEDOUT: 'fetch.silent',
} as const;

const isUnreachable = (code: string): code is keyof typeof UNREACHABLE => Object.hasOwn(UNREACHABLE, code);

const CERTIFICATE = /^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|ERR_SSL|EPROTO)/;

/** Converts a network error to a {@link FetchError}; returns a FetchError unchanged. */
export function toFetchError(error: unknown, host: string): FetchError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause ?? first(cause)) {
    if (cause instanceof FetchError) return cause;
    const { code = '', name } = cause as NodeJS.ErrnoException;
    if (name === 'TimeoutError' || code.endsWith('_TIMEOUT')) return timedOut(host, cause);
    if (CERTIFICATE.test(code)) {
      return new FetchError('certificate', message('fetch.certificate', { host }), { cause });
    }
    if (isUnreachable(code)) return new FetchError('unreachable', message(UNREACHABLE[code], { host }), { cause });
  }
  return new FetchError('unreachable', message('fetch.broke', { host }), { cause: error });
}

/** Several addresses that all failed are reported as one error. */
const first = (error: Error): unknown => (error instanceof AggregateError ? error.errors[0] : undefined);

export const timedOut = (host: string, cause?: unknown): FetchError =>
  new FetchError('timeout', message('fetch.timeout', { host }), { cause });

/** Returns the error for a status, or undefined if the status is a success. */
export function statusError(status: number, host: string, retryAfter: number | undefined): FetchError | undefined {
  if ((status >= 200 && status < 300) || status === 304) return undefined;
  if (status === 404) return new FetchError('not-found', message('fetch.notFound', { host }));
  if (status === 410) return new FetchError('gone', message('fetch.gone', { host }));
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return new FetchError('wall', message('fetch.wall', { host, status }));
  }
  if (status === 429 || status === 503) {
    return new FetchError('busy', message('fetch.busy', { host, status }), { retryAfter });
  }
  if (status >= 500) return new FetchError('server', message('fetch.serverError', { host, status }));
  return new FetchError('not-found', message('fetch.status', { host, status }));
}
