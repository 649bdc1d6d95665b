import type { Command } from '#core/commands/command';
import { dataFor } from '#lookup/data';
import { dataExported } from '#replies/data';
import { DATA_GROUP } from '../command-groups.ts';

/** `/data export`: exports all data stored for a workspace as a JSON file. */
export default {
  name: 'data export',
  group: DATA_GROUP,
  managersOnly: true,
  description: 'Export all data stored for this workspace, as a file',
  options: [],
  examples: ['/data export'],
  async run(_, context) {
    const { data, scope } = await dataFor(context);
    return dataExported(await data.export(scope), context.t);
  },
} satisfies Command;
