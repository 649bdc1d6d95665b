import type { Command } from '#core/commands/command';
import { privacy } from '#replies/data';

/** `/privacy`: shows which data is stored, for how long, and how to delete it. */
export default {
  name: 'privacy',
  description: 'Show what is stored, for how long, and how to delete it',
  options: [],
  examples: ['/privacy'],
  run: (_, { operator, t }) => privacy(operator, t),
} satisfies Command;
