import { expect, test } from 'vitest';
import { Backoff } from '#chat/backoff';

const DELAYS = [200, 1_000, 2_000, 5_000, 10_000, 30_000] as const;

/** Connections of a given duration each, over ten minutes. */
function connect(livesMs: number, random = 0): readonly number[] {
  let time = 0;
  const backoff = new Backoff({ delays: DELAYS, stableMs: 30_000, now: () => time, random: () => random });
  const tries: number[] = [];
  while (time < 600_000) {
    tries.push(time);
    backoff.connected();
    time += livesMs;
    time += backoff.next();
  }
  return tries;
}

test('waits longer each time while a server rejects every connection', () => {
  const tries = connect(1);
  expect(tries.length).toBeLessThan(40);
  expect(tries.slice(0, 4)).toEqual([0, 1_001, 3_002, 8_003]);
});

test('the first wait after an established connection is short, but not zero', () => {
  const tries = connect(60_000);
  expect(tries.slice(0, 3)).toEqual([0, 60_200, 120_400]);
});

test('waits vary, so that many processes do not reconnect together', () => {
  expect(connect(60_000, 0.9)[1]).toBeGreaterThan(60_200);
});

test('attempts without a connection wait longer each time', () => {
  const backoff = new Backoff({ delays: DELAYS, stableMs: 1, now: () => 0, random: () => 0 });
  expect(Array.from({ length: 7 }, () => backoff.next())).toEqual([
    1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000,
  ]);
});
