import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto';

/** The methods of https://www.w3.org/TR/websub/#recognized-algorithms-for-authenticated-content-distribution. */
const SIGNATURE = /^(sha1|sha256|sha384|sha512)=([\da-f]{40,128})$/i;

export interface SignatureCheck {
  update(chunk: Uint8Array): void;
  isRight(): boolean;
}

/** Checks the signature of a body that arrives in chunks; undefined if there is none that can be checked. */
export function signatureCheck(header: string | undefined, secret: string): SignatureCheck | undefined {
  const [, method = '', digits = ''] = SIGNATURE.exec(header ?? '') ?? [];
  if (method === '') return undefined;
  const hmac: Hmac = createHmac(method.toLowerCase(), secret);
  const given = Buffer.from(digits, 'hex');
  return {
    update: (chunk) => hmac.update(chunk),
    isRight: () => {
      const own = hmac.digest();
      return own.length === given.length && timingSafeEqual(own, given);
    },
  };
}
