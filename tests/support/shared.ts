import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** The reason for skipping a test: its texts may not be distributed with the project. */
export const NO_SHARED = 'the material may not be kept in the project; put it in ../shared, beside the checkout';

/** The path of a file in `../shared`, or undefined if it does not exist. */
export function shared(path: string): string | undefined {
  const whole = `${SHARED}${path}`;
  if (existsSync(whole)) return whole;
  console.info(`Some tests are skipped for want of ${path}: ${NO_SHARED}.`);
  return undefined;
}
