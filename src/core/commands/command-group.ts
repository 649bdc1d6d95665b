import type { Command } from './command.ts';

/** `schedule add` is `add` of `schedule`; a command that stands alone has one word only. */
export function nameParts({ name }: Pick<Command, 'name'>): readonly [first: string, second?: string] {
  const separator = name.indexOf(' ');
  return separator < 0 ? [name] : [name.slice(0, separator), name.slice(separator + 1)];
}

/** Commands by their first word, in the order in which it comes first: those that stand alone have it to themselves. */
export const groupByFirstWord = <T extends Command>(commands: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(commands, (command) => nameParts(command)[0]);
