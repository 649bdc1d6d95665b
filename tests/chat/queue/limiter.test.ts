import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Gates, TURN } from '#chat/queue/limiter';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const { signal } = new AbortController();
const PACE = { every: 1_000, atOnce: 1 };

test('gates are forgotten when nobody passes them any more, not before their pace is over', async () => {
  const gates = new Gates();
  const gate = gates.take('channel', PACE);
  const passed = gate.pass(TURN.answer, signal, async () => gate.began());
  await vi.advanceTimersByTimeAsync(100);
  await passed;
  gate.ended();
  gates.leave('channel');
  expect(gates.size).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(gates.size).toBe(0);
});

test('a gate that is used again is kept, and knows its pace', async () => {
  const gates = new Gates();
  const gate = gates.take('channel', PACE);
  gate.began();
  gates.leave('channel');
  await vi.advanceTimersByTimeAsync(500);
  expect(gates.take('channel', PACE)).toBe(gate);
  expect(gate.rest()).toBe(500);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(gates.size).toBe(1);
  gates.leave('channel');
  expect(gates.size).toBe(0);
});

test('ten thousand channels leave nothing behind', async () => {
  const gates = new Gates();
  for (let index = 0; index < 10_000; index += 1) {
    gates.take(`${index}`, PACE).began();
    gates.leave(`${index}`);
  }
  await vi.advanceTimersByTimeAsync(1_001);
  expect(gates.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('what begins late is made up for, as far as the pace allows', async () => {
  const gate = new Gates().take('everybody', { every: 20, atOnce: 1, catchUp: 25 });
  gate.began();
  await vi.advanceTimersByTimeAsync(27);
  gate.began();
  expect(gate.rest()).toBe(13);
  await vi.advanceTimersByTimeAsync(500);
  gate.began();
  expect(gate.rest()).toBe(0);
  gate.began();
  expect(gate.rest()).toBe(15);
});
