import { expect, test } from 'vitest';
import { torture } from './torture.ts';

// The whole process with both real clients, killed repeatedly; `npm run torture` runs longer.
const MINUTES = 5 * 60_000;

test('each post arrives once, wherever the process is killed', { timeout: MINUTES }, async () => {
  const { lost, twice, faults, uncertain, slots, sent, missed } = await torture({ seed: 1, kills: 12, history: true });
  expect({ lost, twice, faults, uncertain }).toEqual({ lost: [], twice: [], faults: [], uncertain: 0 });
  expect(sent + missed).toBe(slots);
});

test('if Slack does not allow reading back, nothing is posted twice, and uncertain posts are reported', {
  timeout: MINUTES,
}, async () => {
  const { lost, twice, faults, uncertain, slots, sent, missed } = await torture({ seed: 2, kills: 8, history: false });
  expect({ lost, twice, faults }).toEqual({ lost: [], twice: [], faults: [] });
  // Few slots are uncertain, because a call is recorded just before it is sent.
  expect(sent + missed + uncertain).toBe(slots);
});
