import { expect, test } from 'vitest';
import { STORMS } from './storms.ts';

// Long enough to see a storm; `npm run storms` runs each for ten minutes.
const SECONDS = 15;

test.for(Object.entries(STORMS))('%s: no more than one call a second', async ([, storm]) => {
  const { calls, mostInASecond } = await storm(SECONDS);
  expect(calls).toBeGreaterThan(0);
  expect(mostInASecond).toBeLessThanOrEqual(1);
});
