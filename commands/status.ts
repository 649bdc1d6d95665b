import type { Command } from '#core/commands/command';
import { knownZone, schedulingFor } from '#lookup/schedules';
import { status } from '#replies';

/** `/status`: shows the next posts and the results of the last ones. */
export default {
  name: 'status',
  description: 'Show when posts come next, and how the last ones ended',
  options: [],
  examples: ['/status'],
  async run(_, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    const [all, history, zone] = await Promise.all([
      scheduling.list(requestScope),
      scheduling.history(requestScope),
      knownZone(requestScope),
    ]);
    return status({ all, history, here: requestScope.channel, zone }, context.t);
  },
} satisfies Command;
