import type { Command } from '#core/commands/command';
import { scheduleIdOf, schedulingFor, SCHEDULE_OPTION as WHICH } from '#lookup/schedules';
import { removed } from '#replies';
import { SCHEDULE_GROUP } from '../command-groups.ts';

/** `/schedule remove`: removes a schedule. */
export default {
  name: 'schedule remove',
  group: SCHEDULE_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Stop posting for good',
  options: [WHICH],
  examples: ['/schedule remove'],
  async run(invocation, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    const id = await scheduleIdOf(invocation, context);
    return removed(await scheduling.remove(requestScope, id), requestScope.channel, context.t);
  },
} satisfies Command;
