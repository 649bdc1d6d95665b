import type { Command } from '#core/commands/command';
import { scheduleIdOf, schedulingFor, SCHEDULE_OPTION as WHICH } from '#lookup/schedules';
import { resumed } from '#replies';
import { SCHEDULE_GROUP } from '../command-groups.ts';

/** `/schedule resume`: resumes a paused schedule. */
export default {
  name: 'schedule resume',
  group: SCHEDULE_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Resume posting',
  options: [WHICH],
  examples: ['/schedule resume'],
  async run(invocation, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    const id = await scheduleIdOf(invocation, context);
    return resumed(await scheduling.resume(requestScope, id), requestScope.channel, context.t);
  },
} satisfies Command;
