/** What to do next about a failed call. */
export type PlatformErrorKind =
  /** The token is no longer valid, or never was. */
  | 'tokenRevoked'
  /** This route to the user or channel is closed: another may be open. */
  | 'routeClosed'
  /** The platform rejects the content of the call. */
  | 'invalidPayload'
  /** A later attempt may succeed. */
  | 'transient'
  /** Any other error. */
  | 'unexpected';

/** A failed call to a chat platform: it contains no secret and no user text, so it may be logged unchanged. */
export abstract class PlatformError extends Error {
  abstract readonly kind: PlatformErrorKind;
  /** Properties of its log line. */
  abstract readonly details: Readonly<Record<string, unknown>>;
}

/** Returns the kind of an error; undefined if it does not come from a platform. */
export const errorKind = (error: unknown): PlatformErrorKind | undefined =>
  error instanceof PlatformError ? error.kind : undefined;

/** Codes of Node and its fetch for a call that was never sent: no network, no DNS result, no server at the address. */
const UNSENT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export const isUnsentCode = (code: unknown): boolean => UNSENT_CODES.has(String(code));
