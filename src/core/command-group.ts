import type { Command } from './command.ts';

/** `schedule add` is `add` of `schedule`; a command that stands alone has one word only. */
export function wordsOf({ name }: Pick<Command, 'name'>): readonly [first: string, second?: string] {
  const at = name.indexOf(' ');
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** Commands by their first word, in the order in which it comes first: those that stand alone have it to themselves. */
export const byFirstWord = <T extends Command>(commands: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(commands, (command) => wordsOf(command)[0]);
