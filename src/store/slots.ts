import type { Insertable, Selectable } from 'kysely';
import { SLOT_STATES } from '#core/schedule';
import type { SlotOutcome, SlotRecord } from '#core/storage/store';
import type { SlotTable } from './schema.ts';
import { parseText, serializeText } from './stored-text.ts';

/** The columns changed by an outcome. */
export function columnsOf(settlement: SlotOutcome): Partial<Insertable<SlotTable>> {
  switch (settlement.state) {
    case 'sent':
      return {
        state: 'sent',
        message: settlement.message,
        reason: settlement.reason === undefined ? null : serializeText(settlement.reason),
        plan: null,
      };
    case 'due':
      return { state: 'due', retry: settlement.retryAt, reason: serializeText(settlement.reason) };
    default:
      return { state: settlement.state, reason: serializeText(settlement.reason), plan: null };
  }
}

/** Converts a slot to a new row. */
export const rowOf = (record: SlotRecord): Insertable<SlotTable> => ({
  schedule: record.schedule,
  day: record.day,
  platform: record.platform,
  workspace: record.workspace,
  channel: record.channel,
  due: record.due,
  state: record.state,
  late: Number(record.late),
  manual: Number(record.manual),
  plan: record.plan ?? null,
  attempts: record.attempts,
  since: record.since,
  message: record.message ?? null,
  reason: record.reason === undefined ? null : serializeText(record.reason),
});

/** Converts a row to a slot. */
export function recordOf(row: Selectable<SlotTable>): SlotRecord {
  const { schedule, day, platform, workspace, channel, message, reason, plan } = row;
  return {
    schedule,
    day,
    platform,
    workspace,
    channel,
    due: Number(row.due),
    state: SLOT_STATES.find((state) => state === row.state) ?? 'failed',
    late: Boolean(row.late),
    manual: Boolean(row.manual),
    attempts: row.attempts,
    since: Number(row.since),
    ...(plan === null ? {} : { plan }),
    ...(message === null ? {} : { message }),
    ...(reason === null ? {} : { reason: parseText(reason) }),
  };
}
