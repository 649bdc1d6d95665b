import type { Command } from '#core/commands/command';
import { scheduleIdOf, schedulingFor, SCHEDULE_OPTION as WHICH } from '#lookup/schedules';
import { pausedReply } from '#replies';
import { SCHEDULE_GROUP } from '../command-groups.ts';

/** `/schedule pause`: stops posting until the schedule is resumed. */
export default {
  name: 'schedule pause',
  group: SCHEDULE_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Stop posting until it is resumed',
  options: [WHICH],
  examples: ['/schedule pause'],
  async run(invocation, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    const id = await scheduleIdOf(invocation, context);
    return pausedReply(await scheduling.pause(requestScope, id), requestScope.channel, context.t);
  },
} satisfies Command;
