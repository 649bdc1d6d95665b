import { describe, expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import type { SlotRecord } from '#core/storage/store';
import fc from '../support/property.ts';
import { type Event, generateEvents, type Kind, Machine } from '../support/schedule/torture.ts';

const RUNS = 25;
const LIMIT = 120_000;

type Weights = Partial<Readonly<Record<Kind, number>>>;
const ORDINARY: Weights = { slot: 8, pass: 2, sleep: 2, start: 2, news: 4, calm: 1 };

/** Runs weeks of events, checking the invariants after each undisturbed hour and at the end. */
const through = (weights: Weights, reads: 'yes' | 'no', check: (machine: Machine) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(generateEvents(weights), fc.integer(), async (events, seed) => {
      const machine = await Machine.started(seed, reads);
      try {
        for (const event of [...events, { kind: 'calm' } satisfies Event]) {
          await machine.run(event);
          expect(machine.duplicates()).toEqual([]);
          if (event.kind === 'calm') await check(machine);
        }
        expect(machine.errors()).toEqual([]);
      } finally {
        await machine.close();
      }
    }),
    { numRuns: RUNS },
  );

const nameOf = ({ schedule, day }: Pick<SlotRecord, 'schedule' | 'day'>): string => `${schedule} ${day}`;

/** A slot is sent if and only if its message exists. */
async function expectTrueSlots(machine: Machine): Promise<void> {
  const slots = await machine.slots();
  const wrong = slots.filter((slot) => {
    const parents = machine.parentsOf(slot);
    if (slot.state === 'sent') return parents !== (slot.message === '' ? 0 : 1);
    return slot.state === 'missed' || slot.state === 'failed' ? parents > 0 : parents > 1;
  });
  expect(wrong).toEqual([]);
}

/** All slots that could be sent in an undisturbed hour have been sent. */
async function owedIsSent(machine: Machine): Promise<void> {
  const sent = new Set((await machine.slots()).filter(({ state }) => state === 'sent').map(nameOf));
  expect(machine.dueSlots().filter((slot) => !sent.has(nameOf(slot)))).toEqual([]);
}

/** All days of a schedule are recorded. */
async function nothingIsForgotten(machine: Machine): Promise<void> {
  const slots = new Set((await machine.slots()).map(nameOf));
  expect(machine.days().filter((slot) => !slots.has(nameOf(slot)))).toEqual([]);
}

describe('each post arrives exactly once', { timeout: LIMIT }, () => {
  test('wherever processes are killed, with any number of processes and lost requests', () =>
    through({ ...ORDINARY, kill: 8, stop: 1, freeze: 4, slow: 1, weather: 3 }, 'yes', async (machine) => {
      await expectTrueSlots(machine);
      await owedIsSent(machine);
      await nothingIsForgotten(machine);
      expect((await machine.slots()).filter(({ state }) => state === 'uncertain')).toEqual([]);
    }));

  test('with clock changes and killed processes', () =>
    through({ ...ORDINARY, kill: 5, freeze: 3, slow: 3, clock: 6, start: 4 }, 'yes', async (machine) => {
      await expectTrueSlots(machine);
      await owedIsSent(machine);
      await nothingIsForgotten(machine);
    }));
});

test('if channels cannot be read, never twice, and possibly sent posts are uncertain', { timeout: LIMIT }, () =>
  through({ ...ORDINARY, kill: 8, freeze: 2, weather: 3, clock: 2 }, 'no', async (machine) => {
    await expectTrueSlots(machine);
    await nothingIsForgotten(machine);
    const slots = await machine.slots();
    expect(slots.filter((slot) => machine.parentsOf(slot) > 0 && !['sent', 'uncertain'].includes(slot.state))).toEqual(
      [],
    );
    for (const { state, reason } of slots)
      if (state === 'uncertain') expect(inEnglish.message(reason ?? '')).toContain('may not read there');
  }),
);
