import type { Seat } from './backpressure.ts';
import { type Gate, TURN, type Turn } from './limiter.ts';
import type { Advice } from './rate-limit.ts';

/** A call on its way out. */
export interface Journey<T> {
  /** Where it has to pass: the first is its own, which it keeps while it waits to be tried again. */
  readonly gates: readonly Gate[];
  readonly call: () => Promise<T>;
  readonly advice: Advice;
  readonly seat: Seat;
  /** Given when what still waits has to be turned away, with the error for it. */
  readonly signal: AbortSignal;
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** Takes a call through its gates, and again as long as it is advised to. */
export async function travel<T>(journey: Journey<T>, turn: Turn): Promise<T> {
  const { gates, advice, seat, signal } = journey;
  const [own, ...others] = gates;
  let { outcome } = await depart(journey, 0, turn);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const ended = await outcome;
      for (const gate of others) gate.ended();
      if (ended.ok) return ended.value;
      const wait = advice(ended.error, attempt);
      if (wait === undefined) throw ended.error;
      seat.setWaits(true);
      await own?.hold(wait, signal);
      ({ outcome } = await depart(journey, 1, TURN.again));
    }
  } finally {
    own?.ended();
  }
}

/** Resolves when the call has begun, to what will have become of it. */
async function depart<T>(journey: Journey<T>, at: number, turn: Turn): Promise<{ outcome: Promise<Outcome<T>> }> {
  const { gates, call, seat, signal } = journey;
  const gate = gates[at];
  if (gate) {
    return gate.pass(turn, signal, () => depart(journey, at + 1, turn));
  }
  for (const one of gates) one.began();
  seat.setWaits(false);
  return { outcome: outcomeOf(call) };
}

/** Never rejects. A call that throws before it begins has failed like any other. */
async function outcomeOf<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, error };
  }
}
