import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// version  fingerprint of the key  nonce     tag       encrypted value
// 1 byte   4 bytes                 12 bytes  16 bytes  as long as the value in UTF-8
const FORMAT_VERSION = 1;
const CIPHER = 'aes-256-gcm';
const NONCE_AT = 5;
const TAG_AT = 17;
const CIPHERTEXT_AT = 33;

export interface EncryptionKey {
  /** 32 bytes. */
  readonly key: Buffer;
  /** 4 bytes: distinguishes a wrong key from a damaged value. */
  readonly mark: Buffer;
}

/** Why a value cannot be decrypted: it was written by a later version, with another key, or has been changed since. */
export type DecryptError = 'newer' | 'other key' | 'damaged';

/** Encrypts a value with AES-256-GCM, bound to its name: it cannot be decrypted under another name. Base64url. */
export function encrypt({ key, mark }: EncryptionKey, name: string, value: string): string {
  const nonce = randomBytes(TAG_AT - NONCE_AT);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT_VERSION), mark, nonce, cipher.getAuthTag(), ciphertext]).toString('base64url');
}

/** Returns why a value cannot be decrypted with this key, judging by its first bytes. */
export function decryptErrorOf({ mark }: EncryptionKey, value: string): DecryptError | undefined {
  const bytes = decodeBase64(value);
  if (bytes.length < CIPHERTEXT_AT || bytes[0] === 0) return 'damaged';
  if (bytes[0] !== FORMAT_VERSION) return 'newer';
  return mark.equals(bytes.subarray(1, NONCE_AT)) ? undefined : 'other key';
}

/** Decrypts a value of {@link encrypt}, or returns why it cannot. */
export function decrypt(
  encryptionKey: EncryptionKey,
  name: string,
  value: string,
): { value: string } | { flaw: DecryptError } {
  const flaw = decryptErrorOf(encryptionKey, value);
  if (flaw) return { flaw };
  const bytes = decodeBase64(value);
  const decipher = createDecipheriv(CIPHER, encryptionKey.key, bytes.subarray(NONCE_AT, TAG_AT))
    .setAAD(Buffer.from(name))
    .setAuthTag(bytes.subarray(TAG_AT, CIPHERTEXT_AT));
  try {
    return { value: decipher.update(bytes.subarray(CIPHERTEXT_AT), undefined, 'utf8') + decipher.final('utf8') };
  } catch {
    return { flaw: 'damaged' };
  }
}

/** A manually edited store may contain any value. */
const decodeBase64 = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : '', 'base64url');
