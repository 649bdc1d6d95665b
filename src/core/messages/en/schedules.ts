/** Schedules, and what is posted by them. */
export const SCHEDULES = {
  'schedule.confirmRun': 'Post it to {where} now? Everybody there sees it, beside its usual times: {when}.',
  'schedule.postNow': 'Post now',
} as const;
