import { hkdfSync } from 'node:crypto';
import { UserError } from '#core/errors';

/** The key size of AES-256 in bytes, which is also enough for signatures. */
const KEY_BYTES = 32;

/**
 * Derives a secret of this installation for one purpose, stable across restarts (HKDF with SHA-256, RFC 5869). A secret
 * reveals neither the others nor the key.
 *
 * @param key the setting ONRECORD_KEY.
 * @throws UserError if there is none.
 */
export const secretFor = (key: string | undefined, purpose: string): string =>
  derive(key, `secret ${purpose}`, KEY_BYTES).toString('base64url');

/** Derives the encryption key of secrets, and a fingerprint of the key. */
export const secretKeyOf = (key: string | undefined): { readonly key: Buffer; readonly mark: Buffer } => ({
  key: derive(key, 'vault key', KEY_BYTES),
  mark: derive(key, 'vault mark', 4),
});

function derive(key: string | undefined, info: string, bytes: number): Buffer {
  if (!key) {
    throw new UserError('ONRECORD_KEY is missing: set it to what openssl rand -base64 32 prints, and keep a copy.');
  }
  return Buffer.from(hkdfSync('sha256', key, '', `onrecord ${info}`, bytes));
}
