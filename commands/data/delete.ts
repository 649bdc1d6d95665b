import type { Command } from '#core/commands/command';
import { dataFor } from '#lookup/data';
import { confirmDelete, dataDeleted, nothingKept } from '#replies/data';
import { DATA_GROUP } from '../command-groups.ts';

/** `/data delete`: deletes all data of a workspace after confirmation. */
export default {
  name: 'data delete',
  group: DATA_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Delete all data stored for this workspace',
  options: [{ name: 'confirmed', description: 'Delete it without asking for confirmation', type: 'flag' }],
  examples: ['/data delete'],
  async run({ options }, context) {
    const { data, scope } = await dataFor(context);
    const kept = await data.export(scope);
    if (options.confirmed === undefined) return confirmDelete(kept, context.t);
    await data.delete(scope);
    return isEmpty(kept) ? nothingKept(context.t) : dataDeleted(kept, context.t);
  },
} satisfies Command;

const isEmpty = ({ schedules, feeds, posts, seen }: Parameters<typeof dataDeleted>[0]): boolean =>
  [schedules, feeds, posts, seen].every((rows) => rows.length === 0);
