import type { Clock } from '#core/clock';
import type { Logger } from '#core/ports';
import type { TenantStore } from '#core/storage/store';

const DAY_MS = 86_400_000;

export interface RetentionDeps {
  readonly tenants: Pick<TenantStore, 'purge'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Days for which the data of a tenant is kept after it removed Onrecord. */
  readonly days: number;
  readonly onError: (error: unknown) => void;
}

/** Deletes expired data, now and once a day, until the signal is aborted. Never rejects. */
export async function purgeDaily({ tenants, clock, logger, days, onError }: RetentionDeps, signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      const purged = await tenants.purge(clock.now() - days * DAY_MS);
      for (const tenant of purged) logger.info('data of a removed workspace deleted', { ...tenant });
    } catch (error) {
      onError(error);
    }
    await clock.until(clock.now() + DAY_MS, signal);
  }
}
