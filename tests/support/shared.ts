import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** What a skipped test says: the texts are others' and may not be kept with the project. */
export const NO_SHARED = 'the material may not be kept in the project; put it in ../shared, beside the checkout';

/** The path of something in `../shared`, or undefined where this machine does not have it. */
export function shared(path: string): string | undefined {
  const whole = `${SHARED}${path}`;
  if (existsSync(whole)) return whole;
  console.info(`Some tests are skipped for want of ${path}: ${NO_SHARED}.`);
  return undefined;
}
