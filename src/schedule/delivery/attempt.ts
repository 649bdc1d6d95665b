import type { Article } from '#core/article';
import type { Clock } from '#core/clock';
import { inEnglish, type RenameCommands, type Text } from '#core/messages/index';
import type { DrawPicture } from '#core/picture';
import type { Logger } from '#core/ports';
import type { Delivery, LookupResult, Publisher, Target } from '#core/publisher';
import type { Schedule, SlotState } from '#core/schedule';
import type { Claim, SlotOutcome, Store, Tenant } from '#core/storage/store';
import type { ArticleVersions } from './article-versions.ts';
import { backoffDelay } from './backoff.ts';
import { type Checkpoint, serializeCheckpoint } from './checkpoint.ts';
import type { PostMessage } from './compose.ts';
import { holdLease, type Lease } from './lease.ts';
import { messageKey } from './message-key.ts';
import { NOTICES, pausedNotice, rejectedNotice } from './notices.ts';

/** The URL of an article in the reader, for a workspace; undefined if its own address will do. */
export type ReaderUrl = (tenant: Tenant, article: Article) => string | undefined;

export interface DeliveryDeps {
  readonly store: Store;
  readonly articleVersions: ArticleVersions;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Absent if no pictures are drawn. */
  readonly drawPicture?: DrawPicture | undefined;
  readonly readerUrl?: ReaderUrl | undefined;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The publisher of a platform; undefined while it is not connected. */
  readonly publisherOf: (platform: string) => Publisher | undefined;
  /** Called when the schedules of a workspace have changed. */
  readonly onChange: (tenant: Tenant) => void;
  /** Called with each error that leaves the slot to the next process that claims it. */
  readonly onError: (error: unknown) => void;
  /** Called with the outcome of a slot. */
  readonly onSettled?: ((state: SlotState, late: boolean) => void) | undefined;
  /** Aborted when no new work may start. */
  readonly stopping: AbortSignal;
  /** Aborted when nothing may be sent any more. */
  readonly stopped: AbortSignal;
}

/** Milliseconds that a process waits when it takes over a slot, so that pending requests of the previous one arrive. */
const QUIET_MS = 30_000;
const SLEEP_MS = 5_000;

/** Platforms ask to pause for minutes, at worst for an hour. */
const MAX_PAUSE_MS = 3_600_000;

/** Extra milliseconds to look back for a message, in case clocks were set in the meantime. */
const LOOK_BACK_MS = 24 * 3_600_000;

/** An attempt to deliver a claimed slot. */
export class DeliveryAttempt {
  readonly claim: Claim;
  readonly lease: Lease;
  readonly #deps: DeliveryDeps;

  constructor(claim: Claim, deps: DeliveryDeps) {
    this.claim = claim;
    this.#deps = deps;
    this.lease = holdLease(claim, deps.store.slots, deps.clock, deps.onError);
  }

  /** Whether it is too late for a retry. */
  isExpired({ until }: Checkpoint): boolean {
    return this.#deps.clock.now() > until;
  }

  /** Whether a thread has been retried for longer than platforms ask to pause. */
  hasWaited({ begun }: Checkpoint): boolean {
    return this.#deps.clock.now() - begun > MAX_PAUSE_MS;
  }

  /** Milliseconds until another attempt; `after`: what the platform asks for. */
  backoff(after: number): number {
    return backoffDelay(this.claim.attempts, after, this.#deps.random());
  }

  /** Waits until no request of the previous process can be in flight. @returns whether there is still anything to do. */
  async waitForPredecessor(): Promise<boolean> {
    const { clock, stopping } = this.#deps;
    for (let quietMs = 0; quietMs < QUIET_MS && !stopping.aborted; ) {
      const from = clock.now();
      await clock.until(from + SLEEP_MS, stopping);
      const slept = clock.now() - from;
      // If the clock was set in the meantime, the elapsed time is unknown.
      if (slept >= SLEEP_MS && slept < 2 * SLEEP_MS) quietMs += SLEEP_MS;
    }
    return !stopping.aborted && this.lease.renew();
  }

  /** Looks up the message that may have been sent. */
  async lookUp(checkpoint: Checkpoint): Promise<LookupResult> {
    const publisher = this.#publisher();
    if (!publisher) return { kind: 'retry', retryAfterMs: 0, reason: this.#notConnected() };
    const windowMs = Math.max(0, this.#deps.clock.now() - checkpoint.begun) + LOOK_BACK_MS;
    try {
      return await publisher.find(this.#address(checkpoint), windowMs);
    } catch (err) {
      this.#deps.logger.error('a publisher failed', { platform: this.claim.platform, err });
      return { kind: 'retry', retryAfterMs: 0, reason: NOTICES.failed };
    }
  }

  async post(checkpoint: Checkpoint, { reply }: PostMessage): Promise<Delivery> {
    const publisher = this.#publisher();
    if (!publisher) return { kind: 'retry', retryAfterMs: 0, reason: this.#notConnected() };
    try {
      const { language } = checkpoint.content;
      return await publisher.post({
        ...this.#address(checkpoint),
        ...{ reply, language },
        stillOwned: () => this.#stillOwned(checkpoint),
      });
    } catch (err) {
      this.#deps.logger.error('a publisher failed', { platform: this.claim.platform, err });
      return { kind: 'unknown', reason: NOTICES.noAnswer };
    }
  }

  /** Records the progress. @returns whether the claim still holds. */
  save(checkpoint: Checkpoint): Promise<boolean> {
    return this.lease.renew(serializeCheckpoint(checkpoint));
  }

  async settle(settlement: SlotOutcome): Promise<void> {
    const { store, clock, logger, onSettled } = this.#deps;
    if (!(await store.slots.recordOutcome(this.claim, settlement, clock.now()))) return;
    const { platform, schedule, day } = this.claim;
    const reason = settlement.reason === undefined ? {} : { reason: inEnglish.message(settlement.reason) };
    onSettled?.(settlement.state, this.claim.late);
    logger.info('post settled', { platform, schedule, day, state: settlement.state, ...reason });
  }

  /** Schedules a retry, or gives up if that would be too late. The outcome is certain either way. */
  async retryOrFail(checkpoint: Pick<Checkpoint, 'until'>, after: number, reason: Text): Promise<void> {
    const retryAt = this.#deps.clock.now() + this.backoff(after);
    await this.settle(retryAt > checkpoint.until ? { state: 'failed', reason } : { state: 'due', retryAt, reason });
  }

  /** Leaves the slot with an unknown outcome for the next process that claims it. */
  async releaseAfter(after: number): Promise<void> {
    await this.lease.releaseAfter(this.backoff(after));
  }

  /** The channel is closed: pauses the schedule and notifies its creator once. */
  async pauseSchedule(schedule: Schedule, reason: Text): Promise<void> {
    const { store, clock, onChange } = this.#deps;
    const paused = await store.schedules.pause(schedule, schedule.id, { since: clock.now(), reason });
    if (paused) {
      onChange(schedule);
      await this.#notify(schedule, pausedNotice(schedule, reason, this.renameCommands));
    }
    await this.settle({ state: 'failed', reason });
  }

  async reject(schedule: Schedule, reason: Text): Promise<void> {
    await this.settle({ state: 'failed', reason });
    await this.#notify(schedule, rejectedNotice(schedule, reason, this.renameCommands));
  }

  async #notify(schedule: Schedule, reply: ReturnType<typeof pausedNotice>): Promise<void> {
    try {
      await this.#publisher()?.notify(schedule, schedule.author, reply);
    } catch (err) {
      this.#deps.logger.error('a publisher failed', { platform: schedule.platform, err });
    }
  }

  /**
   * Called right before the request: from now on the message may have been sent, which is recorded. Messages that a crash
   * leaves in a queue are known not to have been sent.
   */
  async #stillOwned(checkpoint: Checkpoint): Promise<boolean> {
    if (this.#deps.stopped.aborted) return false;
    try {
      return (await this.lease.isHeld()) && (await this.save(checkpoint));
    } catch (error) {
      this.#deps.onError(error);
      return false;
    }
  }

  /** How commands are called on the platform. */
  get renameCommands(): RenameCommands | undefined {
    return this.#publisher()?.renameCommands;
  }

  #publisher(): Publisher | undefined {
    return this.#deps.publisherOf(this.claim.platform);
  }

  #notConnected(): Text {
    return NOTICES.notConnected(this.claim.platform);
  }

  #address(checkpoint: Checkpoint): { target: Target; idempotencyKey: string; threadParent?: string } {
    const { platform, workspace, channel } = this.claim;
    const threadParent = checkpoint.parent === undefined ? {} : { threadParent: checkpoint.parent };
    return {
      target: { platform, workspace, channel },
      idempotencyKey: messageKey(this.claim, checkpoint.next),
      ...threadParent,
    };
  }
}
