import type { Stance } from '#core/attribution';

/** What each stance is called to readers; what only states something is no position and has no row. */
export const STANCE_LABELS: Readonly<Record<Stance, string>> = {
  supports: 'for',
  opposes: 'against',
  condemns: 'against',
  demands: 'calls for',
  denies: 'denies',
  pledges: 'plans',
  warns: 'warns',
  declines: 'won’t say',
  confirms: 'says',
  considers: 'says',
  predicts: 'says',
  states: 'says',
};
