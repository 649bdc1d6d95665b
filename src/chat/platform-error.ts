/** What to do next about a failed call. */
export type PlatformErrorKind =
  /** The token is of no use any more, or never was. */
  | 'tokenRevoked'
  /** This route to the user or channel is closed: another may be open. */
  | 'routeClosed'
  /** The platform does not take what we wrote. */
  | 'invalidPayload'
  /** It may work a moment later. */
  | 'transient'
  /** None of these: an error that nothing here expects. */
  | 'unexpected';

/** A failed call to a chat platform: it contains no secret and no user’s text, so it may be logged as it is. */
export abstract class PlatformError extends Error {
  abstract readonly kind: PlatformErrorKind;
  /** Properties of its log line. */
  abstract readonly details: Readonly<Record<string, unknown>>;
}

/** Of which kind an error is; undefined for one that comes from no platform. */
export const errorKind = (error: unknown): PlatformErrorKind | undefined =>
  error instanceof PlatformError ? error.kind : undefined;

/** Codes of Node and of its fetch for a call that never left: no network, no DNS result, no server at the address. */
const UNSENT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export const isUnsentCode = (code: unknown): boolean => UNSENT_CODES.has(String(code));
