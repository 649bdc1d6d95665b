import { UserError } from '#core/errors';
import type { Delivery, Trace } from '#core/publisher';
import type { Schedule } from '#core/schedule';
import type { Claim } from '#core/store';
import { HOUR, LATE } from '../timetable/due.ts';
import { dayIn } from '../timetable/slots.ts';
import { type DeliveryNeeds, Work } from './attempt.ts';
import { advanced, cut, type Plan, readPlan, skipped } from './checkpoint.ts';
import { compose, isSilent, type Letter, lettersOf, seenIn } from './compose.ts';
import { SAID } from './notices.ts';

/** A message of a thread is not worth more attempts. */
const MOST_ATTEMPTS = 5;

/**
 * Takes one claimed slot to its end, or leaves it to the ledger: written down first, then the parent, then its thread, one
 * after another. Whatever may have been sent before a crash is looked for, never guessed. Never throws.
 *
 * @param turn resolves when what the channel gets before it is done.
 */
export async function deliver(claim: Claim, turn: Promise<unknown>, needs: DeliveryNeeds): Promise<void> {
  const work = new Work(claim, needs);
  try {
    await turn;
    await run(work, needs);
  } catch (error) {
    needs.onError(error);
  } finally {
    work.hold.end();
  }
}

async function run(work: Work, needs: DeliveryNeeds): Promise<void> {
  const { claim } = work;
  const written = claim.plan === undefined ? undefined : readPlan(claim.plan);
  if (written === 'damaged') return work.settle({ state: 'uncertain', reason: SAID.uncertain(SAID.damaged) });
  const plan = written && claim.found === 'sending' ? await withoutDoubt(written, work) : written;
  if (written && !plan) return;
  if (plan?.parent !== undefined) return send(plan, undefined, work, needs);
  const begun = await begin(work, needs);
  if (begun) await send(begun.plan, begun.schedule, work, needs);
}

/** Finds out what became of the message that may have been sent. @returns undefined where that settles it for now. */
async function withoutDoubt(plan: Plan, work: Work): Promise<Plan | undefined> {
  // Its own process may have ended it meanwhile, where only the clock made its lease run out.
  if (!(await work.hold.renew()) || !(await work.quiet())) return undefined;
  const trace = await work.find(plan);
  return (TRACES[trace.kind] as Traced<Trace['kind']>)(trace, plan, work);
}

type Traced<K extends Trace['kind']> = (
  trace: Extract<Trace, { kind: K }>,
  plan: Plan,
  work: Work,
) => Promise<Plan | undefined>;

const TRACES: { readonly [K in Trace['kind']]: Traced<K> } = {
  found: async ({ message }, plan) => advanced(plan, message),
  absent: async (_, plan) => plan,
  hidden: async ({ reason }, plan, work) => unknown(reason, plan, work),
  later: async ({ after, reason }, plan, work) => {
    if (work.isOver(plan)) return unknown(reason, plan, work);
    await work.leave(after);
    return undefined;
  },
};

/** Nobody can tell whether it was sent: then it is not sent again. A thread goes on without it. */
async function unknown(reason: string, plan: Plan, work: Work): Promise<Plan | undefined> {
  if (plan.parent !== undefined) return skipped(plan, SAID.missing(plan.next, SAID.uncertain(reason)));
  await work.settle({ state: 'uncertain', reason: SAID.uncertain(reason) });
  return undefined;
}

interface Begun {
  readonly plan: Plan;
  readonly schedule: Schedule;
}

/** Decides what is posted. @returns undefined where nothing is. */
async function begin(work: Work, needs: DeliveryNeeds): Promise<Begun | undefined> {
  const { claim } = work;
  const { store, editions, clock } = needs;
  const now = clock.now();
  const schedule = (await store.schedules.of(claim)).find(({ id }) => id === claim.schedule);
  if (!schedule) return void (await work.settle({ state: 'missed', reason: SAID.removed }));
  if (schedule.paused && !claim.manual) return void (await work.settle({ state: 'missed', reason: SAID.paused }));
  const until = claim.due + schedule.grace * HOUR;
  if (now > until) {
    const { reason } = claim;
    const state = reason === undefined ? 'missed' : 'failed';
    return void (await work.settle({ state, reason: reason ?? SAID.tooLate }));
  }
  try {
    const content = await compose(needs, schedule, {
      day: claim.manual ? dayIn(schedule.zone, claim.due) : claim.day,
      late: !claim.manual && now - claim.due > LATE,
    });
    await editions.keep(seenIn(content));
    // Who asks for it wants to see something.
    if (isSilent(content, schedule) && !claim.manual) {
      return void (await work.settle({ state: 'sent', message: '', seen: [] }));
    }
    return { plan: { content, begun: now, until, next: 0, notes: [] }, schedule };
  } catch (err) {
    if (err instanceof UserError) throw err;
    needs.logger.error('a post could not be made', { schedule: schedule.id, err });
    return void (await work.again({ until }, 0, SAID.failed));
  }
}

/**
 * Sends what is still to be sent. Which message it is stands in the ledger before it goes out: after a crash that one alone
 * is looked for.
 *
 * @param schedule needed as long as there is no parent.
 */
async function send(from: Plan, schedule: Schedule | undefined, work: Work, needs: DeliveryNeeds): Promise<void> {
  let plan = from;
  for (const letter of await lettersLeft(plan, needs)) {
    if (letter.place < plan.next) continue;
    plan = { ...plan, next: letter.place };
    if (!(await work.note(plan))) return;
    if (needs.stopping.aborted) {
      return work.settle({ state: 'due', retryAt: needs.clock.now(), reason: SAID.restarted });
    }
    const after = await sendOne(plan, letter, schedule, work);
    if (!after) return;
    plan = after;
  }
  const { content, parent = '', notes } = plan;
  const reason = notes.length > 0 ? { reason: notes.join(' ') } : {};
  await work.settle({ state: 'sent', message: parent, seen: seenIn(content), ...reason });
}

/** An error of ours ends a thread: the post itself is there. */
async function lettersLeft(plan: Plan, { editions, logger }: DeliveryNeeds): Promise<readonly Letter[]> {
  try {
    return await lettersOf(plan.content, editions);
  } catch (err) {
    if (err instanceof UserError) throw err;
    logger.error('a post could not be made', { day: plan.content.day, err });
    return [];
  }
}

/** @returns how far it has come then; undefined where it ends here for now. */
async function sendOne(
  plan: Plan,
  letter: Letter,
  schedule: Schedule | undefined,
  work: Work,
): Promise<Plan | undefined> {
  const delivery = await work.post(plan, letter);
  if (work.hold.lost) return undefined;
  if (plan.parent === undefined && schedule) {
    return (PARENT[delivery.kind] as Outcome<Delivery['kind'], Begun>)(delivery, { plan, schedule }, work);
  }
  return (THREAD[delivery.kind] as Outcome<Delivery['kind'], Plan>)(delivery, plan, work);
}

type Outcome<K extends Delivery['kind'], T> = (
  delivery: Extract<Delivery, { kind: K }>,
  at: T,
  work: Work,
) => Promise<Plan | undefined>;

const PARENT: { readonly [K in Delivery['kind']]: Outcome<K, Begun> } = {
  sent: async ({ message }, { plan }) => advanced(plan, message),
  later: async ({ after, reason }, { plan }, work) => void (await work.again(plan, after, reason)),
  closed: async ({ reason }, { schedule }, work) => void (await work.close(schedule, reason)),
  refused: async ({ reason }, { schedule }, work) => void (await work.refuse(schedule, reason)),
  unsure: async (_, __, work) => void (await work.leave(0)),
};

/** The post itself is there: what is missing of its thread is noted, and does not make it fail. */
const THREAD: { readonly [K in Delivery['kind']]: Outcome<K, Plan> } = {
  sent: async ({ message }, plan) => advanced(plan, message),
  later: async ({ after, reason }, plan, work) => {
    if (work.claim.attempts >= MOST_ATTEMPTS) return skipped(plan, SAID.missing(plan.next, reason));
    return void (await work.again({ until: Number.POSITIVE_INFINITY }, after, reason));
  },
  closed: async ({ reason }, plan) => cut(plan, SAID.cut(plan.next, reason)),
  refused: async ({ reason }, plan) => skipped(plan, SAID.missing(plan.next, reason)),
  unsure: async (_, __, work) => void (await work.leave(0)),
};
