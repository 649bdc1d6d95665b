import type { Command, Option } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import type { Translations } from '#core/commands/translation';
import { MissingOptionError, UserError } from '#core/errors';
import { message } from '#core/messages/index';
import {
  commandNamed,
  findGroup,
  fold,
  isCalled,
  nearestWord,
  optionNamed,
  optionWordingsOf,
  type ResolvedGroup,
  truncateForDisplay,
  type Vocabulary,
  wordingsOf,
} from '#lookup';
import { type Token, tokens } from './tokens.ts';

/** The first word of a line, its slash optional. */
export const FIRST = /^\s*\/?\s*(\S*)/u;
const SECOND = /^\s+(\S+)/u;

/** How a line begins, as it was typed. */
export interface Head {
  readonly first: string;
  /** Where the first word names a family: which of it is meant. */
  readonly second?: string;
  readonly household?: ResolvedGroup;
  /** Where the options begin. */
  readonly end: number;
}

/** The command's name at the beginning of a line, its slash optional. */
export function headOf(line: string, vocabulary: Vocabulary): Head {
  const [head = '', first = ''] = FIRST.exec(line) ?? [];
  const household = findGroup(first, vocabulary);
  if (!household) return { first, end: head.length };
  const [more = '', second] = SECOND.exec(line.slice(head.length)) ?? [];
  // An option may follow the first word at once.
  if (second === undefined || tokens(second)[0]?.key !== undefined) return { first, household, end: head.length };
  return { first, second, household, end: head.length + more.length };
}

/** The name whole: `schedule add`. */
export const nameOf = ({ first, second }: Head): string => (second === undefined ? first : `${first} ${second}`);

/**
 * A typed line as an invocation: `/quotes speaker:"Kim Tae-hyo" kind:direct`, bare words taken for the
 * command's main option, every name in any language.
 *
 * @throws UserError naming what is not understood and what to type instead.
 */
export function parseLine(line: string, vocabulary: Vocabulary): Invocation {
  const head = headOf(line, vocabulary);
  const rest = line.slice(head.end);
  if (head.household && asksForHelp(`${head.second ?? ''}${rest}`, vocabulary)) return helpWith(head.household.name);
  const command = isProse(line) ? commandOf(nameOf(head), vocabulary) : commandNamed(nameOf(head), vocabulary);
  if (asksForHelp(rest, vocabulary)) return helpWith(command.name);
  const options: Record<string, string> = {};
  for (const [option, value] of assign(command, tokens(rest), vocabulary.translations)) {
    if (options[option.name] !== undefined) throw new UserError(message('error.twice', { name: option.name }));
    options[option.name] = value;
  }
  return validated(command, options);
}

/** More words than any command takes: the user has typed a text instead of a command. */
const PROSE = 40;
const isProse = (line: string): boolean => line.split(/\s+/, PROSE + 1).length > PROSE;

/** The command, or where texts go instead. */
function commandOf(name: string, vocabulary: Vocabulary): Command {
  try {
    return commandNamed(name, vocabulary);
  } catch {
    throw new UserError(message('error.isText'));
  }
}

const helpWith = (name: string): Invocation => ({ command: 'help', options: { command: name } });

/** `/quotes help`, as people type it where each command stands alone. */
function asksForHelp(rest: string, { commands, translations }: Vocabulary): boolean {
  const help = commands.find(({ name }) => name === 'help');
  return help !== undefined && isCalled(wordingsOf(help, translations), rest.trim().replace(/^--?/, ''));
}

/**
 * The invocation, if the command has these options and these choices.
 *
 * @throws MissingValue where an option came without its value, or is needed and did not come; UserError for anything else that is wrong.
 */
export function validated(command: Command, options: Readonly<Record<string, string>>): Invocation {
  const given = Object.entries(options).map(([name, value]) => [optionNamed(command, name), value.trim()] as const);
  const full = given
    .filter(([, value]) => value !== '')
    .map(([option, value]) => [option.name, option.type === 'choice' ? choiceOf(option, value) : value]);
  const invocation: Invocation = { command: command.name, options: Object.fromEntries(full) };
  const missing = given.find(([, value]) => value === '')?.[0].name;
  if (missing !== undefined) throw new MissingOptionError(message('error.needsValue', { name: missing }), invocation);
  const left = command.options.find(({ name, required }) => required && invocation.options[name] === undefined);
  if (left) throw new MissingOptionError(missingOption(command, left), invocation);
  return invocation;
}

/** What to type instead, by the command's first example. */
const missingOption = ({ name: command, examples = [] }: Command, { name }: Option) =>
  message('error.needsOption', { command, name, example: examples[0] ?? `${name}:"…"` });

/** Each option with its value; the bare words together are the main option's. */
function assign(
  command: Command,
  all: readonly Token[],
  translations: Translations | undefined,
): readonly (readonly [Option, string])[] {
  const given: (readonly [Option, string])[] = [];
  const bare: string[] = [];
  const main = command.options.find((option) => option.main);
  for (let at = 0; at < all.length; at++) {
    const { key, value, quoted } = all[at] as Token;
    const option = key === undefined ? undefined : optionNamed(command, key, translations);
    const flag = option ? undefined : findFlag(command, value, translations);
    if (flag) given.push([flag, 'yes']);
    // The main option's own value goes on over bare words: `speaker:Kim Tae-hyo` without quotation marks.
    else if (option === undefined || (option === main && !quoted && bare.length === 0)) bare.push(value);
    else {
      const next = all[at + 1];
      // `kind: direct`: a value after a space is still its value.
      const late = value === '' && !quoted && next && next.key === undefined ? next.value : undefined;
      if (late !== undefined) at++;
      const words = quoted || option.type !== 'text' ? [] : bareWordsFrom(all, at + 1, command, translations);
      at += words.length;
      given.push([option, [late ?? value, ...words].join(' ')]);
    }
  }
  return bare.length === 0 ? given : [...given, [mainOf(command, main, bare), bare.join(' ')]];
}

/** `article:north korean troops`: the words behind an unquoted value belong to it, up to the next option. */
function bareWordsFrom(
  all: readonly Token[],
  from: number,
  command: Command,
  translations: Translations | undefined,
): readonly string[] {
  const rest = all.slice(from);
  const end = rest.findIndex(
    ({ key, value, quoted }) => key !== undefined || quoted || findFlag(command, value, translations) !== undefined,
  );
  return rest.slice(0, end < 0 ? rest.length : end).map(({ value }) => value);
}

const findFlag = (command: Command, typed: string, translations: Translations | undefined): Option | undefined =>
  command.options.find(
    (option) => option.type === 'flag' && isCalled(optionWordingsOf(command, option, translations), typed),
  );

function mainOf({ name }: Command, main: Option | undefined, bare: readonly string[]): Option {
  if (main) return main;
  throw new UserError(message('error.takesNothing', { command: name, typed: truncateForDisplay(bare.join(' ')) }));
}

function choiceOf({ name, choices = [] }: Option, typed: string): string {
  const found = choices.find((choice) => fold(choice) === fold(typed.trim()));
  if (found) return found;
  const near = nearestWord(typed, choices);
  const all = message('list.or', { others: choices.slice(0, -1).join(', '), last: choices.at(-1) ?? '' });
  const values = { name, typed: truncateForDisplay(typed), choices: all };
  throw new UserError(
    near === undefined ? message('error.notAChoice', values) : message('error.notAChoiceNear', { ...values, near }),
  );
}
