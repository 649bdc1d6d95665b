import type { Clock } from '#core/clock';
import type { Claim, SlotStore } from '#core/storage/store';

/**
 * Milliseconds that a claim holds without renewal: after a crash, another process takes the slot over this much later.
 * No single request to a platform may take as long.
 */
export const LEASE_MS = 60_000;

const RENEW_EVERY_MS = LEASE_MS / 3;

/** Milliseconds that a renewal counts as fresh. A process that takes over waits longer than this plus one request. */
const FRESH_MS = 5_000;

/** A claim that is renewed while work on it continues. */
export interface Lease {
  /** Whether another process was found to hold it. */
  readonly lost: boolean;
  /** Renews the claim and records a checkpoint. @returns whether it still holds. */
  renew(plan?: string): Promise<boolean>;
  /** Whether a message may be sent now; from memory if the claim was renewed recently. */
  isHeld(): Promise<boolean>;
  /** Holds the claim for this many more milliseconds, and stops renewing it. */
  releaseAfter(milliseconds: number): Promise<void>;
  /** Stops renewing it. */
  end(): void;
}

/** @param onError called when the claim could not be renewed; work continues until the claim must be certain. */
export function holdLease(
  claim: Claim,
  slotStore: Pick<SlotStore, 'renew'>,
  clock: Clock,
  onError: (error: unknown) => void,
): Lease {
  const ended = new AbortController();
  let lost = false;
  let confirmedAt = clock.now();

  const renew = async (plan?: string): Promise<boolean> => {
    const now = clock.now();
    if (lost || !(await slotStore.renew(claim, now + LEASE_MS, plan))) lost = true;
    else confirmedAt = now;
    return !lost;
  };
  const renewPeriodically = async (): Promise<void> => {
    while (!ended.signal.aborted && !lost) {
      await clock.until(clock.now() + RENEW_EVERY_MS, ended.signal);
      if (!ended.signal.aborted) await renew().catch(onError);
    }
  };
  void renewPeriodically();

  return {
    get lost() {
      return lost;
    },
    renew,
    isHeld: async () => {
      if (ended.signal.aborted) return false;
      const since = clock.now() - confirmedAt;
      // If the clock was set back, the elapsed time is unknown.
      return since >= 0 && since < FRESH_MS ? !lost : renew();
    },
    releaseAfter: async (milliseconds) => {
      ended.abort();
      if (!lost) await slotStore.renew(claim, clock.now() + milliseconds);
    },
    end: () => ended.abort(),
  };
}
