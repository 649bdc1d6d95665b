import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LimiterPool, PRIORITY } from '#chat/queue/limiter';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const { signal } = new AbortController();
const RATE_LIMIT = { every: 1_000, atOnce: 1 };

test('drops unused limiters, but not before their interval is over', async () => {
  const gates = new LimiterPool();
  const gate = gates.acquire('channel', RATE_LIMIT);
  const passed = gate.pass(PRIORITY.answer, signal, async () => gate.began());
  await vi.advanceTimersByTimeAsync(100);
  await passed;
  gate.ended();
  gates.release('channel');
  expect(gates.size).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(gates.size).toBe(0);
});

test('keeps a limiter that is used again, with its rate', async () => {
  const gates = new LimiterPool();
  const gate = gates.acquire('channel', RATE_LIMIT);
  gate.began();
  gates.release('channel');
  await vi.advanceTimersByTimeAsync(500);
  expect(gates.acquire('channel', RATE_LIMIT)).toBe(gate);
  expect(gate.remaining()).toBe(500);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(gates.size).toBe(1);
  gates.release('channel');
  expect(gates.size).toBe(0);
});

test('drops the limiters of ten thousand channels', async () => {
  const gates = new LimiterPool();
  for (let index = 0; index < 10_000; index += 1) {
    gates.acquire(`${index}`, RATE_LIMIT).began();
    gates.release(`${index}`);
  }
  await vi.advanceTimersByTimeAsync(1_001);
  expect(gates.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('catches up on late starts, as far as the rate allows', async () => {
  const gate = new LimiterPool().acquire('everybody', { every: 20, atOnce: 1, catchUp: 25 });
  gate.began();
  await vi.advanceTimersByTimeAsync(27);
  gate.began();
  expect(gate.remaining()).toBe(13);
  await vi.advanceTimersByTimeAsync(500);
  gate.began();
  expect(gate.remaining()).toBe(0);
  gate.began();
  expect(gate.remaining()).toBe(15);
});
