import { inEnglish, type Text } from '#core/messages/index';
import type { Publisher } from '#core/publisher';
import type { SlotRecord } from '#core/storage/store';

/** A slot with its reason in English. */
export function withPlainReason({ reason, ...slot }: SlotRecord): SlotRecord {
  return { ...slot, ...(reason === undefined ? {} : { reason: inEnglish.message(reason) }) };
}

/** Faults with their messages in English. */
export const withPlainMessages = <T extends { readonly message: Text }>(faults: readonly T[]) =>
  faults.map((fault) => ({ ...fault, message: inEnglish.message(fault.message) }));

/** A publisher whose reasons are in English. */
export function plainPublisher(publisher: Publisher): Publisher {
  const plain = <T extends object>(outcome: T): T =>
    'reason' in outcome ? { ...outcome, reason: inEnglish.message(outcome.reason as Text) } : outcome;
  return {
    post: async (post) => plain(await publisher.post(post)),
    find: async (key, windowMs) => plain(await publisher.find(key, windowMs)),
    whyCannotPost: async (target) => {
      const why = await publisher.whyCannotPost(target);
      return why === undefined ? undefined : inEnglish.message(why);
    },
    notify: (tenant, user, reply) => publisher.notify(tenant, user, reply),
  };
}
