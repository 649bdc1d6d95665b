import type { Command } from '#core/commands/command';
import { UserError } from '#core/errors';
import type { ReadSetting } from '#core/platform';

/** What the commands are called in Slack, where all apps of a workspace share their names. */
export interface Naming {
  /** Before every name that is not given on its own. */
  readonly prefix: string;
  /** By our own name for the command. */
  readonly names: Readonly<Record<string, string>>;
  /** The command that serves all the others. */
  readonly umbrella: string;
}

/** As Slack takes them, the slash left out: https://docs.slack.dev/interactivity/implementing-slash-commands */
const NAME = /^[-_\p{Ll}\p{Lo}\p{N}]{1,31}$/u;
/** Its slash included. */
const MAX_NAME_LENGTH = 32;
const NAME_RULE = 'lower-case letters, digits, - and _, 31 at most';

/** What the settings say about names, or what is wrong with them. */
export function namingOf(read: ReadSetting): Naming | readonly string[] {
  const prefix = read('SLACK_COMMAND_PREFIX').replace(/^\//, '');
  const umbrella = read('SLACK_UMBRELLA').replace(/^\//, '') || 'onrecord';
  const pairs = read('SLACK_COMMAND_NAMES')
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => pair.split('=').map((side) => side.trim().replace(/^\//, '')));
  const mistakes = [
    ...(prefix === '' || NAME.test(prefix)
      ? []
      : [`SLACK_COMMAND_PREFIX cannot begin a command’s name: ${NAME_RULE}.`]),
    ...(NAME.test(umbrella) ? [] : [`SLACK_UMBRELLA is no name for a command: ${NAME_RULE}.`]),
    ...(pairs.every(([ours = '', theirs = '', ...more]) => ours !== '' && NAME.test(theirs) && more.length === 0)
      ? []
      : [`SLACK_COMMAND_NAMES is a list like brief=news-brief,quotes=said; a name has ${NAME_RULE}.`]),
  ];
  return mistakes.length > 0 ? mistakes : { prefix, names: Object.fromEntries(pairs), umbrella };
}

/**
 * Slack's own commands: https://slack.com/help/articles/201259356. With one of these in it, a whole manifest is refused
 * as having “an invalid name” (https://github.com/NousResearch/hermes-agent/issues/17054).
 */
const RESERVED = new Set(
  (
    'active apps archive away call canvas collapse dm dnd expand feed feedback huddle invite join keys leave me msg ' +
    'mute open people prefs pro remind remove rename search shortcuts shrug star status topic unarchive who'
  ).split(' '),
);

/**
 * A command as it is typed in Slack, its slash included; of two words, the first is what Slack knows. What Slack has a
 * command of its own for is called `/onrecord-status`.
 */
export function slashNameOf(command: string, { prefix, names, umbrella }: Naming): string {
  const [first = '', ...more] = command.split(' ');
  const name = names[first] ?? `${prefix}${first}`;
  return [`/${RESERVED.has(name) ? `${umbrella}-${first}` : name}`, ...more].join(' ');
}

/**
 * Every name that Slack knows, with what it stands for at the beginning of a line; the umbrella stands for nothing.
 *
 * @throws UserError where a name is no command's, or two are called the same.
 */
export function slashNames(commands: readonly Command[], naming: Naming): ReadonlyMap<string, string> {
  const words = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
  const unknown = Object.keys(naming.names).filter((name) => !words.includes(name));
  const pairs = [
    ...words.map((word) => [slashNameOf(word, naming), word] as const),
    [`/${naming.umbrella}`, ''] as const,
  ];
  const names = new Map(pairs);
  const mistakes = [
    ...pairs
      .filter(([name]) => name.length > MAX_NAME_LENGTH)
      .map(([name]) => `${name} is too long for Slack: ${MAX_NAME_LENGTH} characters at most.`),
    ...unknown.map((name) => `SLACK_COMMAND_NAMES names ${name}, which is no command.`),
    ...pairs
      .filter(([name, ours]) => names.get(name) !== ours)
      .map(
        ([name]) => `${name} would be two commands: see SLACK_COMMAND_NAMES, SLACK_COMMAND_PREFIX and SLACK_UMBRELLA.`,
      ),
  ];
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'));
  return names;
}
