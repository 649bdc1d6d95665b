import { UserError } from '#core/errors';
import { joinTexts, type Text } from '#core/messages/index';
import type { Delivery, LookupResult } from '#core/publisher';
import type { Schedule } from '#core/schedule';
import type { Claim } from '#core/storage/store';
import { HOUR_MS, LATE_AFTER_MS } from '../timetable/due.ts';
import { dayIn } from '../timetable/slots.ts';
import { DeliveryAttempt, type DeliveryDeps } from './attempt.ts';
import { advance, type Checkpoint, endThread, parseCheckpoint, skipMessage } from './checkpoint.ts';
import { articlesSeen, compose, isEmptyPost, type PostMessage, postMessages } from './compose.ts';
import { NOTICES } from './notices.ts';

/** A message of a thread is not worth more attempts. */
const MAX_THREAD_ATTEMPTS = 5;

/**
 * Delivers one claimed slot, or leaves it in the store for later: the plan is recorded first, then the parent message
 * is sent, then its thread, one by one. After a crash, messages that may have been sent are looked up. Never throws.
 *
 * @param previous resolves when earlier posts to the channel are done.
 */
export async function deliver(claim: Claim, previous: Promise<unknown>, deps: DeliveryDeps): Promise<void> {
  const attempt = new DeliveryAttempt(claim, deps);
  try {
    await previous;
    await runAttempt(attempt, deps);
  } catch (error) {
    deps.onError(error);
  } finally {
    attempt.lease.end();
  }
}

async function runAttempt(attempt: DeliveryAttempt, deps: DeliveryDeps): Promise<void> {
  const { claim } = attempt;
  const written = claim.plan === undefined ? undefined : parseCheckpoint(claim.plan);
  if (written === 'damaged') return attempt.settle({ state: 'uncertain', reason: NOTICES.uncertain(NOTICES.damaged) });
  const isInDoubt = claim.previousState === 'sending' && !written?.queued;
  const checkpoint = written && isInDoubt ? await resolveUncertain(written, attempt) : written;
  if (written && !checkpoint) return;
  if (checkpoint?.parent !== undefined) return sendMessages(checkpoint, undefined, attempt, deps);
  const prepared = await prepare(attempt, deps);
  if (prepared) await sendMessages(prepared.checkpoint, prepared.schedule, attempt, deps);
}

/** Looks up the message that may have been sent. @returns undefined if nothing is left to do for now. */
async function resolveUncertain(checkpoint: Checkpoint, attempt: DeliveryAttempt): Promise<Checkpoint | undefined> {
  // If only a clock change let the lease expire, the owning process may have settled the slot meanwhile.
  if (!(await attempt.lease.renew()) || !(await attempt.waitForPredecessor())) return undefined;
  const result = await attempt.lookUp(checkpoint);
  return (LOOKUP_HANDLERS[result.kind] as LookupHandler<LookupResult['kind']>)(result, checkpoint, attempt);
}

type LookupHandler<K extends LookupResult['kind']> = (
  trace: Extract<LookupResult, { kind: K }>,
  plan: Checkpoint,
  work: DeliveryAttempt,
) => Promise<Checkpoint | undefined>;

const LOOKUP_HANDLERS: { readonly [K in LookupResult['kind']]: LookupHandler<K> } = {
  found: async ({ message }, checkpoint) => advance(checkpoint, message),
  absent: async (_, checkpoint) => checkpoint,
  hidden: async ({ reason }, checkpoint, attempt) => giveUp(reason, checkpoint, attempt),
  retry: async ({ retryAfterMs, reason }, checkpoint, attempt) => {
    if (attempt.isExpired(checkpoint)) return giveUp(reason, checkpoint, attempt);
    await attempt.releaseAfter(retryAfterMs);
    return undefined;
  },
};

/** It is unknown whether the message was sent, so it is not sent again. A thread continues without it. */
async function giveUp(reason: Text, checkpoint: Checkpoint, attempt: DeliveryAttempt): Promise<Checkpoint | undefined> {
  if (checkpoint.parent !== undefined)
    return skipMessage(checkpoint, NOTICES.missing(checkpoint.next, NOTICES.uncertain(reason)));
  await attempt.settle({ state: 'uncertain', reason: NOTICES.uncertain(reason) });
  return undefined;
}

interface PreparedPost {
  readonly checkpoint: Checkpoint;
  readonly schedule: Schedule;
}

/** Decides what is posted. @returns undefined if nothing is. */
async function prepare(attempt: DeliveryAttempt, deps: DeliveryDeps): Promise<PreparedPost | undefined> {
  const { claim } = attempt;
  const { store, articleVersions, clock } = deps;
  const now = clock.now();
  const schedule = (await store.schedules.list(claim)).find(({ id }) => id === claim.schedule);
  if (!schedule) return void (await attempt.settle({ state: 'missed', reason: NOTICES.removed }));
  if (schedule.paused && !claim.manual) return void (await attempt.settle({ state: 'missed', reason: NOTICES.paused }));
  const until = claim.due + schedule.grace * HOUR_MS;
  if (now > until) {
    const { reason } = claim;
    const state = reason === undefined ? 'missed' : 'failed';
    return void (await attempt.settle({ state, reason: reason ?? NOTICES.tooLate }));
  }
  try {
    const content = await compose(deps, schedule, {
      day: claim.manual ? dayIn(schedule.zone, claim.due) : claim.day,
      late: !claim.manual && now - claim.due > LATE_AFTER_MS,
    });
    await articleVersions.keep(articlesSeen(content));
    // A manual run always posts something.
    if (isEmptyPost(content, schedule) && !claim.manual) {
      return void (await attempt.settle({ state: 'sent', message: '', seen: [] }));
    }
    return { checkpoint: { content, begun: now, until, next: 0, notes: [] }, schedule };
  } catch (err) {
    if (err instanceof UserError) throw err;
    deps.logger.error('a post could not be composed', { schedule: schedule.id, err });
    return void (await attempt.retryOrFail({ until }, 0, NOTICES.failed));
  }
}

/**
 * Sends the remaining messages. Each message is recorded before it is sent, so that after a crash only that one has to
 * be looked up.
 *
 * @param schedule required until the parent is sent.
 */
async function sendMessages(
  from: Checkpoint,
  schedule: Schedule | undefined,
  attempt: DeliveryAttempt,
  deps: DeliveryDeps,
): Promise<void> {
  let plan = from;
  for (const message of await remainingMessages(plan, attempt, deps)) {
    if (message.index < plan.next) continue;
    const { queued: _, ...noted } = plan;
    plan = { ...noted, next: message.index };
    if (!(await attempt.save({ ...plan, queued: true }))) return;
    if (deps.stopping.aborted) {
      return attempt.settle({ state: 'due', retryAt: deps.clock.now(), reason: NOTICES.restarted });
    }
    const after = await sendMessage(plan, message, schedule, attempt);
    if (!after) return;
    plan = after;
  }
  const { content, parent = '', notes } = plan;
  const reason = notes.length > 0 ? { reason: joinTexts(notes) } : {};
  await attempt.settle({ state: 'sent', message: parent, seen: articlesSeen(content), ...reason });
}

/** An internal error ends the thread; the post itself was sent. */
async function remainingMessages(
  checkpoint: Checkpoint,
  attempt: DeliveryAttempt,
  { articleVersions, logger, drawPicture, readerUrl }: DeliveryDeps,
): Promise<readonly PostMessage[]> {
  try {
    return await postMessages(checkpoint.content, articleVersions, {
      draw: checkpoint.next === 0 ? drawPicture : undefined,
      readerUrl: (article) => readerUrl?.(attempt.claim, article),
      rename: attempt.renameCommands,
    });
  } catch (err) {
    if (err instanceof UserError) throw err;
    logger.error('a post could not be composed', { day: checkpoint.content.day, err });
    return [];
  }
}

/** @returns the new checkpoint; undefined if delivery stops here for now. */
async function sendMessage(
  checkpoint: Checkpoint,
  message: PostMessage,
  schedule: Schedule | undefined,
  attempt: DeliveryAttempt,
): Promise<Checkpoint | undefined> {
  const delivery = await attempt.post(checkpoint, message);
  if (attempt.lease.lost) return undefined;
  if (checkpoint.parent === undefined && schedule) {
    return (PARENT_HANDLERS[delivery.kind] as DeliveryHandler<Delivery['kind'], PreparedPost>)(
      delivery,
      { checkpoint, schedule },
      attempt,
    );
  }
  return (THREAD_HANDLERS[delivery.kind] as DeliveryHandler<Delivery['kind'], Checkpoint>)(
    delivery,
    checkpoint,
    attempt,
  );
}

type DeliveryHandler<K extends Delivery['kind'], T> = (
  delivery: Extract<Delivery, { kind: K }>,
  at: T,
  work: DeliveryAttempt,
) => Promise<Checkpoint | undefined>;

const PARENT_HANDLERS: { readonly [K in Delivery['kind']]: DeliveryHandler<K, PreparedPost> } = {
  sent: async ({ message }, { checkpoint }) => advance(checkpoint, message),
  retry: async ({ retryAfterMs, reason }, { checkpoint }, attempt) =>
    void (await attempt.retryOrFail(checkpoint, retryAfterMs, reason)),
  channelUnavailable: async ({ reason }, { schedule }, attempt) => void (await attempt.pauseSchedule(schedule, reason)),
  rejected: async ({ reason }, { schedule }, attempt) => void (await attempt.reject(schedule, reason)),
  unknown: async (_, __, attempt) => void (await attempt.releaseAfter(0)),
};

/** The post itself was sent: missing messages of its thread are recorded, and do not make it fail. */
const THREAD_HANDLERS: { readonly [K in Delivery['kind']]: DeliveryHandler<K, Checkpoint> } = {
  sent: async ({ message }, checkpoint) => advance(checkpoint, message),
  retry: async ({ retryAfterMs, reason }, checkpoint, attempt) => {
    // Waiting is harmless, as the post itself was sent.
    if (attempt.claim.attempts >= MAX_THREAD_ATTEMPTS && attempt.hasWaited(checkpoint))
      return skipMessage(checkpoint, NOTICES.missing(checkpoint.next, reason));
    return void (await attempt.retryOrFail({ until: Number.POSITIVE_INFINITY }, retryAfterMs, reason));
  },
  channelUnavailable: async ({ reason }, checkpoint) =>
    endThread(checkpoint, NOTICES.threadEnded(checkpoint.next, reason)),
  rejected: async ({ reason }, checkpoint) => skipMessage(checkpoint, NOTICES.missing(checkpoint.next, reason)),
  unknown: async (_, __, attempt) => void (await attempt.releaseAfter(0)),
};
