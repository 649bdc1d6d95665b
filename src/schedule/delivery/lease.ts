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

/** A claim that is held for as long as it is worked on. */
export interface Lease {
  /** Whether another process was found to hold it. */
  readonly lost: boolean;
  /** Makes sure of the claim, and writes down a plan with it. @returns whether it still holds. */
  renew(plan?: string): Promise<boolean>;
  /** Whether a message may go out now: from memory where the claim was made sure of a moment ago. */
  isHeld(): Promise<boolean>;
  /** Holds the claim for this many more milliseconds, and stops renewing it. */
  releaseAfter(milliseconds: number): Promise<void>;
  /** Stops renewing it. */
  end(): void;
}

/** @param onError told when the claim could not be renewed; the work goes on until it has to be sure. */
export function holdLease(
  claim: Claim,
  ledger: Pick<SlotStore, 'renew'>,
  clock: Clock,
  onError: (error: unknown) => void,
): Lease {
  const ended = new AbortController();
  let lost = false;
  let confirmedAt = clock.now();

  const renew = async (plan?: string): Promise<boolean> => {
    const now = clock.now();
    if (lost || !(await ledger.renew(claim, now + LEASE_MS, plan))) lost = true;
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
      // A clock that was set back says nothing about how long it has been.
      return since >= 0 && since < FRESH_MS ? !lost : renew();
    },
    releaseAfter: async (milliseconds) => {
      ended.abort();
      if (!lost) await ledger.renew(claim, clock.now() + milliseconds);
    },
    end: () => ended.abort(),
  };
}
