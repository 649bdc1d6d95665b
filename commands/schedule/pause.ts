import type { Command } from '#core/command';
import { scheduleIdOf, schedulingFor, SCHEDULE as WHICH } from '#lookup/schedules';
import { pausing } from '#replies';
import { SCHEDULE } from '../command-groups.ts';

/** `/schedule pause`: nothing is posted until further notice. */
export default {
  name: 'schedule pause',
  family: SCHEDULE,
  changes: true,
  description: 'Stop posting until it is resumed',
  options: [WHICH],
  examples: ['/schedule pause'],
  async run(invocation, context) {
    const { scheduling, seat } = schedulingFor(context);
    const id = await scheduleIdOf(invocation, context);
    return pausing(await scheduling.pause(seat, id), seat.channel);
  },
} satisfies Command;
