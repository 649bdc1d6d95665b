import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '#core/clock';
import type { Claim } from '#core/storage/store';
import { holdLease, LEASE_MS, type Lease } from '#schedule/delivery/lease';
import { type TestTime, timeFrom } from '../../support/schedule/time.ts';
import { slotOf } from '../../support/scheduling.ts';

const CLAIM: Claim = { ...slotOf({ state: 'sending' }), owner: 'me', previousState: 'due' };
const SECOND = 1_000;

let time: TestTime;
let clock: Clock;
/** The calls of the slot store: the end of the lease, in milliseconds from now, and the plan. */
let renewals: { readonly holds: number; readonly plan: string | undefined }[];
let answer: () => Promise<boolean>;
let errors: unknown[];
let hold: Lease;
beforeEach(() => {
  time = timeFrom(Date.UTC(2025, 2, 10));
  clock = time.clock();
  [renewals, errors, answer] = [[], [], async () => true];
  const renew = (_: Claim, until: number, plan?: string): Promise<boolean> => {
    renewals.push({ holds: until - clock.now(), plan });
    return answer();
  };
  hold = holdLease(CLAIM, { renew }, clock, (error) => errors.push(error));
});

test('a claim is renewed long before its lease expires, for as long as it is held', async () => {
  await time.pass(5 * LEASE_MS);
  expect(renewals.length).toBeGreaterThanOrEqual(10);
  expect(renewals).toEqual(renewals.map(() => ({ holds: LEASE_MS, plan: undefined })));
  hold.end();
  const { length } = renewals;
  await time.pass(5 * LEASE_MS);
  expect(renewals).toHaveLength(length);
});

test('a failing store is logged, and the claim is renewed when it works again', async () => {
  answer = async () => Promise.reject(new Error('the disk is full'));
  await time.pass(LEASE_MS);
  expect(errors).not.toEqual([]);
  expect(hold.lost).toBe(false);
  answer = async () => true;
  const { length } = renewals;
  await time.pass(LEASE_MS);
  expect(renewals.length).toBeGreaterThan(length);
});

test('a claim taken by another process stays lost, and is not requested again', async () => {
  answer = async () => false;
  expect(await hold.renew('a plan')).toBe(false);
  expect(renewals).toEqual([{ holds: LEASE_MS, plan: 'a plan' }]);
  answer = async () => true;
  expect([hold.lost, await hold.isHeld(), await hold.renew()]).toEqual([true, false, false]);
  await hold.releaseAfter(SECOND);
  await time.pass(2 * LEASE_MS);
  expect(renewals).toHaveLength(1);
});

test('ownership is cached for a moment, and then checked in the store', async () => {
  expect(await hold.isHeld()).toBe(true);
  expect(renewals).toEqual([]);
  await time.pass(6 * SECOND);
  expect(await hold.isHeld()).toBe(true);
  expect(renewals).toHaveLength(1);
  expect(await hold.isHeld()).toBe(true);
  expect(renewals).toHaveLength(1);
});

test.each([
  ['on', 3_600 * SECOND],
  ['back', -3_600 * SECOND],
])('ownership is not cached if the clock was just set %s', async (_, ahead) => {
  let now = 0;
  const asked: number[] = [];
  const slotStore = { renew: async (_: Claim, until: number) => asked.push(until) === 0 };
  const held = holdLease(CLAIM, slotStore, { now: () => now, until: () => new Promise(() => {}) }, () => {});
  now = ahead;
  expect(await held.isHeld()).toBe(false);
  expect(asked).toEqual([ahead + LEASE_MS]);
});

test('a released claim is deferred for the given delay, and nothing of it is sent', async () => {
  await hold.releaseAfter(25 * SECOND);
  expect(renewals).toEqual([{ holds: 25 * SECOND, plan: undefined }]);
  expect(await hold.isHeld()).toBe(false);
  await time.pass(2 * LEASE_MS);
  expect(renewals).toHaveLength(1);
});
