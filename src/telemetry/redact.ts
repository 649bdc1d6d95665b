/** Takes everything out of a text that must never be shown. */
export type Strike = (text: string) => string;

const STRUCK = '[secret]';

/** What looks like a secret, whoever gave it out. Each begins where no letter goes before, so that none is slow. */
const SHAPES: readonly (readonly [shape: RegExp, instead: string])[] = [
  // xoxb-1-2-abc   xapp-1-A-2-abc   xoxe.xoxp-1-abc
  [/(?<![\w-])x(?:ox[a-z]|app)[-.][\w.-]+/gi, STRUCK],
  // Bearer abc   Bot abc   Basic abc
  [/(?<![\w-])(Bearer|Basic|Bot)\s+[\w.~+/=-]{16,}/gi, `$1 ${STRUCK}`],
  // head.body.signature, as signed tokens and some bots' have it
  [/(?<![\w.-])[\w-]{17,}\.[\w-]{4,}\.[\w-]{20,}/g, STRUCK],
  // No word and no hash is as long.
  [/(?<![\w-])[\w-]{80,}=*/g, STRUCK],
  // /webhooks/123/abc   /interactions/123/abc/callback
  [/(\/(?:webhooks|interactions)\/\d+\/)[^/\s?#"']+/gi, `$1${STRUCK}`],
  // https://hooks.example/T1/B2/abc: whoever has the address may post
  [/(https?:\/\/hooks\.)[^\s"'<>]+/gi, `$1${STRUCK}`],
  // ?ticket=abc&code=abc
  [/([?&](?:\w+_)?(?:token|ticket|secret|code|state|key|sig|signature|password)=)[^&#\s"'<>]+/gi, `$1${STRUCK}`],
  // "access_token":"abc"
  [/("(?:\w+_)?(?:token|secret|authorization|password|response_url)\\?"\s*:\s*\\?")[^"\\]+/gi, `$1${STRUCK}`],
  // https://name:password@host
  [/(\/\/)[^/\s:@"']+:[^/\s@"']+@/g, `$1${STRUCK}@`],
];

/** @param secrets values that must not be shown in whatever form a library writes them: as they are, or in an address. */
export function makeStrike(secrets: readonly string[]): Strike {
  const known = [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret), quoted(secret)]))]
    .filter((secret) => secret !== '')
    // The longest first: one may be part of another.
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const without = known.reduce((left, secret) => left.replaceAll(secret, STRUCK), text);
    return SHAPES.reduce((left, [shape, instead]) => left.replace(shape, instead), without);
  };
}

/** As it stands within JSON. */
const quoted = (secret: string): string => JSON.stringify(secret).slice(1, -1);
