import type { Command } from '#core/commands/command';
import { UserError } from '#core/errors';
import type { RenameCommands } from '#core/messages/index';
import type { ReadSetting } from '#core/platform';

/** The names of the commands in Slack, where all apps of a workspace share one namespace. */
export interface Naming {
  /** The prefix of all names that are not set individually. */
  readonly prefix: string;
  /** Individual names, by the command's own name. */
  readonly names: Readonly<Record<string, string>>;
  /** The command that includes all the others. */
  readonly umbrella: string;
}

/** Names that Slack accepts, without the slash: https://docs.slack.dev/interactivity/implementing-slash-commands */
const NAME = /^[-_\p{Ll}\p{Lo}\p{N}]{1,31}$/u;
/** Including the slash. */
const MAX_NAME_LENGTH = 32;
const NAME_RULE = 'lower-case letters, digits, - and _, 31 at most';

/** Reads the names from the settings; returns the error messages if they are invalid. */
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
    ...(NAME.test(umbrella) ? [] : [`SLACK_UMBRELLA is not a valid name for a command: ${NAME_RULE}.`]),
    ...(pairs.every(([ours = '', theirs = '', ...more]) => ours !== '' && NAME.test(theirs) && more.length === 0)
      ? []
      : [`SLACK_COMMAND_NAMES must be a list such as brief=news-brief,quotes=said; a name has ${NAME_RULE}.`]),
  ];
  return mistakes.length > 0 ? mistakes : { prefix, names: Object.fromEntries(pairs), umbrella };
}

/**
 * Slack's built-in commands: https://slack.com/help/articles/201259356. Slack rejects a whole manifest that contains
 * one of them as having “an invalid name” (https://github.com/NousResearch/hermes-agent/issues/17054).
 */
const RESERVED = new Set(
  (
    'active apps archive away call canvas collapse dm dnd expand feed feedback huddle invite join keys leave me msg ' +
    'mute open people prefs pro remind remove rename search shortcuts shrug star status topic unarchive who'
  ).split(' '),
);

/**
 * Returns the slash command for a command, including the slash; for a command of two words, Slack knows the first only.
 * A name that Slack reserves gets a prefix: `/onrecord-status`.
 */
export function slashNameOf(command: string, { prefix, names, umbrella }: Naming): string {
  const [first = '', ...more] = command.split(' ');
  const name = names[first] ?? `${prefix}${first}`;
  return [`/${RESERVED.has(name) ? `${umbrella}-${first}` : name}`, ...more].join(' ');
}

/**
 * Maps every slash command to the beginning of the line that it stands for; empty for the umbrella command.
 *
 * @throws UserError if a name belongs to no command, or two commands have the same name.
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

// type /status, or /schedule list   (`/status`)
//      ^^^^^^^     ^^^^^^^^^          ^^^^^^^
const COMMAND_NAME = /(?<=^|[\s(“`])\/([a-z]+)(?![\w/])/g;

/** Slack reserves some names, and other apps may use others: the commands shown to users must work. */
export function makeRenameCommands(commands: readonly Command[], naming: Naming): RenameCommands {
  const words = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
  const names = new Map(words.map((word) => [word, slashNameOf(word, naming)]));
  return (text) => text.replace(COMMAND_NAME, (whole, word: string) => names.get(word) ?? whole);
}
