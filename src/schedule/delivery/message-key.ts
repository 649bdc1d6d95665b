import { hash } from 'node:crypto';
import type { SlotRecord } from '#core/storage/store';

/** The maximum length on every platform. */
const VALID_KEY = /^[a-z0-9]{1,25}$/;

/**
 * The key of a message of a slot, the same after a crash: the schedule, the day and the index in the
 * thread; `^[a-z0-9]{1,25}$`, as a parcel wants it.
 */
export function messageKey({ schedule, day }: Pick<SlotRecord, 'schedule' | 'day'>, index: number): string {
  const key = `${schedule}${day.replace(/[^a-z0-9]/g, '')}${index.toString(36).padStart(2, '0')}`;
  if (VALID_KEY.test(key)) return key;
  return BigInt(`0x${hash('sha256', JSON.stringify([schedule, day, index]), 'hex')}`)
    .toString(36)
    .slice(0, 25);
}
