import type { Command } from '#core/command';
import { scheduleIdOf, schedulingFor, SCHEDULE as WHICH } from '#lookup/schedules';
import { running } from '#replies';
import { SCHEDULE } from '../command-groups.ts';

/** `/schedule run`: posts at once. */
export default {
  name: 'schedule run',
  family: SCHEDULE,
  changes: true,
  description: 'Post it now, beside its usual times',
  options: [WHICH],
  examples: ['/schedule run'],
  async run(invocation, context) {
    const { scheduling, seat } = schedulingFor(context);
    const id = await scheduleIdOf(invocation, context);
    await scheduling.run(seat, id);
    return running(id);
  },
} satisfies Command;
