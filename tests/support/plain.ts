import { inEnglish, type Text } from '#core/messages/index';
import type { SlotRecord } from '#core/storage/store';

/** A slot with its reason in English. */
export function withPlainReason({ reason, ...slot }: SlotRecord): SlotRecord {
  return { ...slot, ...(reason === undefined ? {} : { reason: inEnglish.message(reason) }) };
}

/** Faults with their messages in English. */
export const withPlainMessages = <T extends { readonly message: Text }>(faults: readonly T[]) =>
  faults.map((fault) => ({ ...fault, message: inEnglish.message(fault.message) }));
