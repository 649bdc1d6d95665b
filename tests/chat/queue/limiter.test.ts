import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LimiterPool, PRIORITY } from '#chat/queue/limiter';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const { signal } = new AbortController();
const PACE = { every: 1_000, atOnce: 1 };

test('limiters are dropped when they are no longer used, not before their interval is over', async () => {
  const gates = new LimiterPool();
  const gate = gates.acquire('channel', PACE);
  const passed = gate.pass(PRIORITY.answer, signal, async () => gate.began());
  await vi.advanceTimersByTimeAsync(100);
  await passed;
  gate.ended();
  gates.release('channel');
  expect(gates.size).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(gates.size).toBe(0);
});

test('a gate that is used again is kept, and knows its pace', async () => {
  const gates = new LimiterPool();
  const gate = gates.acquire('channel', PACE);
  gate.began();
  gates.release('channel');
  await vi.advanceTimersByTimeAsync(500);
  expect(gates.acquire('channel', PACE)).toBe(gate);
  expect(gate.remaining()).toBe(500);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(gates.size).toBe(1);
  gates.release('channel');
  expect(gates.size).toBe(0);
});

test('ten thousand channels leave nothing behind', async () => {
  const gates = new LimiterPool();
  for (let index = 0; index < 10_000; index += 1) {
    gates.acquire(`${index}`, PACE).began();
    gates.release(`${index}`);
  }
  await vi.advanceTimersByTimeAsync(1_001);
  expect(gates.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('what begins late is made up for, as far as the pace allows', async () => {
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
