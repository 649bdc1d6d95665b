/** Removes everything from a text that must never be shown. */
export type Redact = (text: string) => string;

const REDACTED = '[secret]';

/** Patterns of secrets of any issuer. Each starts where no letter precedes, so that none is slow. */
const SECRET_PATTERNS: readonly (readonly [shape: RegExp, instead: string])[] = [
  // xoxb-1-2-abc   xapp-1-A-2-abc   xoxe.xoxp-1-abc
  [/(?<![\w-])x(?:ox[a-z]|app)[-.][\w.-]+/gi, REDACTED],
  // Bearer abc   Bot abc   Basic abc
  [/(?<![\w-])(Bearer|Basic|Bot)\s+[\w.~+/=-]{16,}/gi, `$1 ${REDACTED}`],
  // head.body.signature, as in signed tokens and those of some bots
  [/(?<![\w.-])[\w-]{17,}\.[\w-]{4,}\.[\w-]{20,}/g, REDACTED],
  // Longer than any word or hash.
  [/(?<![\w-])[\w-]{80,}=*/g, REDACTED],
  // /webhooks/123/abc   /interactions/123/abc/callback
  [/(\/(?:webhooks|interactions)\/\d+\/)[^/\s?#"']+/gi, `$1${REDACTED}`],
  // https://hooks.example/T1/B2/abc: the address alone allows posting
  [/(https?:\/\/hooks\.)[^\s"'<>]+/gi, `$1${REDACTED}`],
  // ?ticket=abc&code=abc
  [/([?&](?:\w+_)?(?:token|ticket|secret|code|state|key|sig|signature|password)=)[^&#\s"'<>]+/gi, `$1${REDACTED}`],
  // "access_token":"abc"
  [/("(?:\w+_)?(?:token|secret|authorization|password|response_url)\\?"\s*:\s*\\?")[^"\\]+/gi, `$1${REDACTED}`],
  // https://name:password@host
  [/(\/\/)[^/\s:@"']+:[^/\s@"']+@/g, `$1${REDACTED}@`],
];

/** @param secrets values to redact in any form that a library may write: literal, or encoded in an address. */
export function makeRedactor(secrets: readonly string[]): Redact {
  const known = [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret), quoted(secret)]))]
    .filter((secret) => secret !== '')
    // Longest first: one may be part of another.
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const without = known.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
    return SECRET_PATTERNS.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), without);
  };
}

/** A secret as it appears inside JSON. */
const quoted = (secret: string): string => JSON.stringify(secret).slice(1, -1);
