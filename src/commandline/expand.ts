import type { Command, Context } from '#core/commands/command';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { isShortId, shortId } from '#text/short-id';

type Options = Readonly<Record<string, string>>;

/** No option that a person types needs more. */
const MAX_OPTION_LENGTH = 100;

/**
 * The options as they are, if none is longer than its option takes. A name that is listed may have any length.
 *
 * @throws UserError naming the one that is too long.
 */
export function checkLengths(command: Command, options: Options, context: Context): Options {
  for (const { name, maxLength = MAX_OPTION_LENGTH, values } of command.options) {
    const value = options[name] ?? '';
    if (value.length <= maxLength || values?.(context, { command: command.name, options }).includes(value)) continue;
    throw new UserError(message('error.tooLong', { name, most: maxLength }));
  }
  return options;
}

/**
 * The options with every stand-in replaced by the value it stands for. The article comes first: whose speakers there
 * are depends on it.
 *
 * @throws UserError where a stand-in stands for nothing that is still there.
 */
export function expandShortIds(command: Command, options: Options, context: Context): Options {
  const order = Object.entries(options).sort(([a], [b]) => Number(b === 'article') - Number(a === 'article'));
  let expanded: Options = options;
  for (const [name, value] of order) {
    const option = isShortId(value) && command.options.find((definition) => definition.name === name);
    if (!option || option.values === undefined) continue;
    const found = option
      .values(context, { command: command.name, options: expanded })
      .find((candidate) => shortId(candidate) === value);
    if (found === undefined) throw new UserError(message('error.gone', { name }));
    expanded = { ...expanded, [name]: found };
  }
  return expanded;
}
