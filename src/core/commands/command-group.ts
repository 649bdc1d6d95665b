import type { Command } from './command.ts';

/** `schedule add` is `add` of `schedule`; an ungrouped command has one word. */
export function nameParts({ name }: Pick<Command, 'name'>): readonly [first: string, second?: string] {
  const separator = name.indexOf(' ');
  return separator < 0 ? [name] : [name.slice(0, separator), name.slice(separator + 1)];
}

/** Commands grouped by their first word, in order of first appearance. */
export const groupByFirstWord = <T extends Command>(commands: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(commands, (command) => nameParts(command)[0]);
