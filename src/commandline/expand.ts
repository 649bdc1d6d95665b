import type { Command, Context } from '#core/commands/command';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { isShortId, shortId } from '#text/short-id';

type Options = Readonly<Record<string, string>>;

/** The default maximum length of an option's value. */
const MAX_OPTION_LENGTH = 100;

/**
 * Returns the options if none exceeds its maximum length. A listed value may have any length.
 *
 * @throws UserError for the first option that is too long.
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
 * Replaces every short id in the options by its value. The article is expanded first, as the speakers
 * depend on it.
 *
 * @throws UserError if a short id matches no existing value.
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
