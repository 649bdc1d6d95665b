import { hash } from 'node:crypto';
import type { CatalogEntry } from '#core/catalog';
import { sentencesOf } from '#replies/schedule/changes';

/** Characters of a digest: 132 bits, so that no two versions ever share one. */
const DIGEST_LENGTH = 22;

/** A digest of the article's sentences, which identifies the version that a channel was shown. */
export const versionOf = (entry: CatalogEntry): string =>
  entry.version ?? hash('sha256', JSON.stringify(sentencesOf(entry)), 'base64url').slice(0, DIGEST_LENGTH);
