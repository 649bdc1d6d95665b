import type { Command } from '#core/commands/command';
import { privacy } from '#replies/data';

/** `/privacy`: what is kept, how long, and how it is deleted. */
export default {
  name: 'privacy',
  description: 'Show what is kept, for how long, and how to have it deleted',
  options: [],
  examples: ['/privacy'],
  run: (_, { operator, t }) => privacy(operator, t),
} satisfies Command;
