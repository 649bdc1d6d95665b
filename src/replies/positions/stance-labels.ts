import type { Stance } from '#core/attribution';
import type { MessageKey } from '#core/messages/index';

/** The label of each stance; a plain statement is not a position and has no row. */
export const STANCE_LABELS = {
  supports: 'stance.for',
  opposes: 'stance.against',
  condemns: 'stance.against',
  demands: 'stance.demands',
  denies: 'stance.denies',
  pledges: 'stance.plans',
  warns: 'stance.warns',
  declines: 'stance.declines',
  confirms: 'stance.says',
  considers: 'stance.says',
  predicts: 'stance.says',
  states: 'stance.says',
} as const satisfies Readonly<Record<Stance, MessageKey>>;

export type StanceLabel = (typeof STANCE_LABELS)[Stance];
