import type { Clock } from '#core/clock';
import type { Logger } from '#core/ports';
import type { Delivery, Poster, Target, Trace } from '#core/publisher';
import type { Schedule } from '#core/schedule';
import type { Claim, Settlement, Store, Tenant } from '#core/store';
import type { Editions } from './article-versions.ts';
import { pauseBefore } from './backoff.ts';
import { type Plan, writePlan } from './checkpoint.ts';
import type { Letter } from './compose.ts';
import { type Hold, holdOf } from './lease.ts';
import { markOf } from './message-key.ts';
import { pausing, refusing, SAID } from './notices.ts';

export interface DeliveryNeeds {
  readonly store: Store;
  readonly editions: Editions;
  readonly clock: Clock;
  readonly logger: Logger;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Whoever posts to a platform; undefined while it is not connected. */
  readonly posterOf: (platform: string) => Poster | undefined;
  /** Told when the schedules of a workspace have changed. */
  readonly onChange: (tenant: Tenant) => void;
  /** Told of errors that leave the slot to whoever takes it up next. */
  readonly onError: (error: unknown) => void;
  /** Nothing new is begun any more. */
  readonly stopping: AbortSignal;
  /** Nothing is sent any more. */
  readonly gone: AbortSignal;
}

/** Milliseconds that whoever takes over waits, so that what its predecessor had under way has arrived; in naps. */
const QUIET = 30_000;
const NAP = 5_000;

/** How far back a message is looked for: clocks that are wrong are wrong by hours. */
const LOOK_BACK = 24 * 3_600_000;

/** One claimed slot, and everything that can be done with it. */
export class Work {
  readonly claim: Claim;
  readonly hold: Hold;
  readonly #needs: DeliveryNeeds;

  constructor(claim: Claim, needs: DeliveryNeeds) {
    this.claim = claim;
    this.#needs = needs;
    this.hold = holdOf(claim, needs.store.ledger, needs.clock, needs.onError);
  }

  /** Whether it is too late to try it again. */
  isOver({ until }: Plan): boolean {
    return this.#needs.clock.now() > until;
  }

  /** Milliseconds until another attempt; `after`: what the platform asks for. */
  pause(after: number): number {
    return pauseBefore(this.claim.attempts, after, this.#needs.random());
  }

  /** Waits until nothing of a predecessor can be under way any more. @returns whether there is still anything to do. */
  async quiet(): Promise<boolean> {
    const { clock, stopping } = this.#needs;
    for (let quiet = 0; quiet < QUIET && !stopping.aborted; ) {
      const from = clock.now();
      await clock.until(from + NAP, stopping);
      const slept = clock.now() - from;
      // A clock that was set meanwhile does not tell how long it has been.
      if (slept >= NAP && slept < 2 * NAP) quiet += NAP;
    }
    return !stopping.aborted && this.hold.renew();
  }

  /** Looks for the message that may have been sent. */
  async find(plan: Plan): Promise<Trace> {
    const poster = this.#poster();
    if (!poster) return { kind: 'later', after: 0, reason: this.#notConnected() };
    const since = Math.min(plan.begun, this.#needs.clock.now()) - LOOK_BACK;
    try {
      return await poster.find(this.#address(plan), since);
    } catch (err) {
      this.#needs.logger.error('a poster failed', { platform: this.claim.platform, err });
      return { kind: 'later', after: 0, reason: SAID.failed };
    }
  }

  async post(plan: Plan, { reply }: Letter): Promise<Delivery> {
    const poster = this.#poster();
    if (!poster) return { kind: 'later', after: 0, reason: this.#notConnected() };
    try {
      return await poster.post({ ...this.#address(plan), reply, mayGo: () => this.#mayGo() });
    } catch (err) {
      this.#needs.logger.error('a poster failed', { platform: this.claim.platform, err });
      return { kind: 'unsure', reason: SAID.unsaid };
    }
  }

  /** Writes down how far it has come. @returns whether the claim still holds. */
  note(plan: Plan): Promise<boolean> {
    return this.hold.renew(writePlan(plan));
  }

  async settle(settlement: Settlement): Promise<void> {
    const { store, clock, logger } = this.#needs;
    if (!(await store.ledger.settle(this.claim, settlement, clock.now()))) return;
    const { platform, schedule, day } = this.claim;
    const reason = 'reason' in settlement ? { reason: settlement.reason } : {};
    logger.info('a post', { platform, schedule, day, state: settlement.state, ...reason });
  }

  /** Tries it again later, or gives it up where that would be too late. Nothing is in doubt then. */
  async again(plan: Pick<Plan, 'until'>, after: number, reason: string): Promise<void> {
    const retryAt = this.#needs.clock.now() + this.pause(after);
    await this.settle(retryAt > plan.until ? { state: 'failed', reason } : { state: 'due', retryAt, reason });
  }

  /** Leaves it as it is, in doubt, for whoever takes it up a moment later. */
  async leave(after: number): Promise<void> {
    await this.hold.leave(this.pause(after));
  }

  /** The channel is closed: its schedule pauses, and whoever made it is told, once. */
  async close(schedule: Schedule, reason: string): Promise<void> {
    const { store, clock, onChange } = this.#needs;
    const paused = await store.schedules.pause(schedule, schedule.id, { since: clock.now(), reason });
    if (paused) {
      onChange(schedule);
      await this.#tell(schedule, pausing(schedule, reason));
    }
    await this.settle({ state: 'failed', reason });
  }

  async refuse(schedule: Schedule, reason: string): Promise<void> {
    await this.settle({ state: 'failed', reason });
    await this.#tell(schedule, refusing(schedule, reason));
  }

  async #tell(schedule: Schedule, reply: ReturnType<typeof pausing>): Promise<void> {
    try {
      await this.#poster()?.tell(schedule, schedule.author, reply);
    } catch (err) {
      this.#needs.logger.error('a poster failed', { platform: schedule.platform, err });
    }
  }

  async #mayGo(): Promise<boolean> {
    if (this.#needs.gone.aborted) return false;
    try {
      return await this.hold.isSure();
    } catch (error) {
      this.#needs.onError(error);
      return false;
    }
  }

  #poster(): Poster | undefined {
    return this.#needs.posterOf(this.claim.platform);
  }

  #notConnected(): string {
    return SAID.notConnected(this.claim.platform);
  }

  #address(plan: Plan): { target: Target; mark: string; under?: string } {
    const { platform, workspace, channel } = this.claim;
    const under = plan.parent === undefined ? {} : { under: plan.parent };
    return { target: { platform, workspace, channel }, mark: markOf(this.claim, plan.next), ...under };
  }
}
