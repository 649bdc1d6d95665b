import type { Command } from '#core/command';
import { scheduleIdOf, schedulingFor, SCHEDULE as WHICH } from '#lookup/schedules';
import { resumed } from '#replies';
import { SCHEDULE } from '../command-groups.ts';

/** `/schedule resume`: goes on. */
export default {
  name: 'schedule resume',
  family: SCHEDULE,
  changes: true,
  description: 'Go on posting',
  options: [WHICH],
  examples: ['/schedule resume'],
  async run(invocation, context) {
    const { scheduling, seat } = schedulingFor(context);
    const id = await scheduleIdOf(invocation, context);
    return resumed(await scheduling.resume(seat, id), seat.channel);
  },
} satisfies Command;
