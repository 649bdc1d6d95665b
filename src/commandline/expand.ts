import type { Command, Context } from '#core/command';
import { UserError } from '#core/errors';
import { isShort, shortOf } from '#text/short-id';

type Options = Readonly<Record<string, string>>;

/** No option that a person types needs more. */
const MOST_CHARACTERS = 100;

/**
 * The options as they are, if none is longer than its option takes. A name that is listed may have any length.
 *
 * @throws UserError naming the one that is too long.
 */
export function fitting(command: Command, options: Options, context: Context): Options {
  for (const { name, most = MOST_CHARACTERS, values } of command.options) {
    const value = options[name] ?? '';
    if (value.length <= most || values?.(context, { command: command.name, options }).includes(value)) continue;
    throw new UserError(`${name} is too long: ${most} characters at most.`);
  }
  return options;
}

/**
 * The options with every stand-in replaced by the value it stands for. The article comes first: whose speakers there
 * are depends on it.
 *
 * @throws UserError where a stand-in stands for nothing that is still there.
 */
export function inFull(command: Command, options: Options, context: Context): Options {
  const order = Object.entries(options).sort(([a], [b]) => Number(b === 'article') - Number(a === 'article'));
  let full: Options = options;
  for (const [name, value] of order) {
    const option = isShort(value) && command.options.find((one) => one.name === name);
    if (!option || option.values === undefined) continue;
    const found = option
      .values(context, { command: command.name, options: full })
      .find((candidate) => shortOf(candidate) === value);
    if (found === undefined) throw new UserError(`The ${name} it was about is no longer here.`);
    full = { ...full, [name]: found };
  }
  return full;
}
