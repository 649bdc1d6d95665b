import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// version  mark of the key  nonce      tag        the words, encrypted
// 1 octet  4 octets         12 octets  16 octets  as many as they have in UTF-8
const VERSION = 1;
const CIPHER = 'aes-256-gcm';
const NONCE_AT = 5;
const TAG_AT = 17;
const WORDS_AT = 33;

export interface SealKey {
  /** 32 octets. */
  readonly key: Buffer;
  /** 4 octets: tells a wrong key from a damaged value. */
  readonly mark: Buffer;
}

/** Why a value cannot be read: it was written by a later version, with another key, or has been changed since. */
export type Flaw = 'newer' | 'other key' | 'damaged';

/** A value encrypted with AES-256-GCM and bound to its name: under another name it cannot be read. Base64url. */
export function seal({ key, mark }: SealKey, name: string, value: string): string {
  const nonce = randomBytes(TAG_AT - NONCE_AT);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const words = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), mark, nonce, cipher.getAuthTag(), words]).toString('base64url');
}

/** What keeps a value from being read with this key, as far as its first octets tell. */
export function flawOf({ mark }: SealKey, value: string): Flaw | undefined {
  const sealed = octets(value);
  if (sealed.length < WORDS_AT || sealed[0] === 0) return 'damaged';
  if (sealed[0] !== VERSION) return 'newer';
  return mark.equals(sealed.subarray(1, NONCE_AT)) ? undefined : 'other key';
}

/** The value of {@link seal}, or why there is none. */
export function unseal(sealKey: SealKey, name: string, value: string): { value: string } | { flaw: Flaw } {
  const flaw = flawOf(sealKey, value);
  if (flaw) return { flaw };
  const sealed = octets(value);
  const decipher = createDecipheriv(CIPHER, sealKey.key, sealed.subarray(NONCE_AT, TAG_AT))
    .setAAD(Buffer.from(name))
    .setAuthTag(sealed.subarray(TAG_AT, WORDS_AT));
  try {
    return { value: decipher.update(sealed.subarray(WORDS_AT), undefined, 'utf8') + decipher.final('utf8') };
  } catch {
    return { flaw: 'damaged' };
  }
}

/** Whoever wrote in the store by hand may have put anything there. */
const octets = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : '', 'base64url');
