import type { Command } from '#core/commands/command';
import { scheduleIdOf, schedulingFor, SCHEDULE_OPTION as WHICH } from '#lookup/schedules';
import { previewed } from '#replies';
import { SCHEDULE_GROUP } from '../command-groups.ts';

/** `/schedule preview`: shows the next post to the requester only. */
export default {
  name: 'schedule preview',
  group: SCHEDULE_GROUP,
  description: 'See the next post exactly as it would be sent now',
  options: [WHICH],
  examples: ['/schedule preview'],
  async run(invocation, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    const id = await scheduleIdOf(invocation, context);
    return previewed(await scheduling.preview(requestScope, id), context.t);
  },
} satisfies Command;
