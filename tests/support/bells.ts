import type { Command, CommandGroup } from '#core/commands/command';

/** A group of commands that the product does not have. */
const bells: CommandGroup = { description: 'Bells and when they ring', defaultMember: 'bell list' };

/** A member of the group, whose answer is empty. */
export const bellCommand = (name: string, options: Command['options'] = []): Command => ({
  name,
  group: bells,
  description: `All about ${name}`,
  options,
  run: () => ({ visibility: 'asker', blocks: [] }),
});
