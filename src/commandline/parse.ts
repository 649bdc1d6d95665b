import type { Command, Option } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import type { Translations } from '#core/commands/translation';
import { MissingOptionError, UserError } from '#core/errors';
import { type MessageValue, message } from '#core/messages/index';
import {
  choiceName,
  commandNamed,
  findGroup,
  fold,
  isCalled,
  nearestWord,
  optionName,
  optionNamed,
  optionWordingsOf,
  type ResolvedGroup,
  truncateForDisplay,
  type Vocabulary,
  wordingsOf,
} from '#lookup';
import { type Token, tokens } from './tokens.ts';

/** Matches the first word of a line; the slash is optional. */
export const FIRST = /^\s*\/?\s*(\S*)/u;
const SECOND = /^\s+(\S+)/u;

/** The beginning of a line, as typed. */
export interface Head {
  readonly first: string;
  /** If the first word names a group: the member's name. */
  readonly second?: string;
  readonly household?: ResolvedGroup;
  /** The offset at which the options begin. */
  readonly end: number;
}

/** Parses the command name at the beginning of a line; the slash is optional. */
export function headOf(line: string, vocabulary: Vocabulary): Head {
  const [head = '', first = ''] = FIRST.exec(line) ?? [];
  const household = findGroup(first, vocabulary);
  if (!household) return { first, end: head.length };
  const [more = '', second] = SECOND.exec(line.slice(head.length)) ?? [];
  // An option may follow the first word directly.
  if (second === undefined || tokens(second)[0]?.key !== undefined) return { first, household, end: head.length };
  return { first, second, household, end: head.length + more.length };
}

/** The full name: `schedule add`. */
export const nameOf = ({ first, second }: Head): string => (second === undefined ? first : `${first} ${second}`);

/**
 * Parses a typed line into an invocation: `/quotes speaker:"Kim Tae-hyo" kind:direct`. Bare words are the value of the
 * command's main option; names may be in any language.
 *
 * @throws UserError with the part that is not understood and what to type instead.
 */
export function parseLine(line: string, vocabulary: Vocabulary): Invocation {
  const head = headOf(line, vocabulary);
  const rest = line.slice(head.end);
  if (head.household && asksForHelp(`${head.second ?? ''}${rest}`, vocabulary)) return helpWith(head.household.name);
  const command = isProse(line) ? commandOf(nameOf(head), vocabulary) : commandNamed(nameOf(head), vocabulary);
  if (asksForHelp(rest, vocabulary)) return helpWith(command.name);
  const options: Record<string, string> = {};
  for (const [option, value] of assign(command, tokens(rest), vocabulary.translations)) {
    if (options[option.name] !== undefined)
      throw new UserError(message('error.twice', { name: optionName(command, option, vocabulary.translations) }));
    options[option.name] = value;
  }
  return validated(command, options, vocabulary.translations);
}

/** The minimum number of words that is treated as a pasted text instead of a command. */
const PROSE = 40;
const isProse = (line: string): boolean => line.split(/\s+/, PROSE + 1).length > PROSE;

/** Finds the command. @throws UserError explaining where to submit texts. */
function commandOf(name: string, vocabulary: Vocabulary): Command {
  try {
    return commandNamed(name, vocabulary);
  } catch {
    throw new UserError(message('error.isText'));
  }
}

const helpWith = (name: string): Invocation => ({ command: 'help', options: { command: name } });

/** Detects `/quotes help`, which users type on platforms where each command is separate. */
function asksForHelp(rest: string, { commands, translations }: Vocabulary): boolean {
  const help = commands.find(({ name }) => name === 'help');
  return help !== undefined && isCalled(wordingsOf(help, translations), rest.trim().replace(/^--?/, ''));
}

/**
 * Returns the invocation if the command accepts these options and choices.
 *
 * @throws MissingOptionError if an option has no value or a required one is missing; UserError for any other error.
 */
export function validated(
  command: Command,
  options: Readonly<Record<string, string>>,
  translations?: Translations,
): Invocation {
  const given = Object.entries(options).map(([name, value]) => [optionNamed(command, name), value.trim()] as const);
  const full = given
    .filter(([, value]) => value !== '')
    .map(([option, value]) => [
      option.name,
      option.type === 'choice' ? choiceOf(command, option, value, translations) : value,
    ]);
  const invocation: Invocation = { command: command.name, options: Object.fromEntries(full) };
  const missing = given.find(([, value]) => value === '')?.[0];
  if (missing) {
    const name = optionName(command, missing, translations);
    throw new MissingOptionError(message('error.needsValue', { name }), invocation);
  }
  const left = command.options.find(({ name, required }) => required && invocation.options[name] === undefined);
  if (left) throw new MissingOptionError(missingOption(command, left, translations), invocation);
  return invocation;
}

/** Suggests what to type instead, from the command's first example. */
const missingOption = (command: Command, option: Option, translations: Translations | undefined) =>
  message('error.needsOption', {
    line: { commandLine: `/${command.name}` },
    name: optionName(command, option, translations),
    example: { commandLine: command.examples?.[0] ?? `${option.name}:"…"` },
  });

/** The options with their values; the bare words are joined into the main option's value. */
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
    // The main option's value continues over bare words: `speaker:Kim Tae-hyo` without quotation marks.
    else if (option === undefined || (option === main && !quoted && bare.length === 0)) bare.push(value);
    else {
      const next = all[at + 1];
      // `kind: direct`: the value may follow after a space.
      const late = value === '' && !quoted && next && next.key === undefined ? next.value : undefined;
      if (late !== undefined) at++;
      const words = quoted || option.type !== 'text' ? [] : bareWordsFrom(all, at + 1, command, translations);
      at += words.length;
      given.push([option, [late ?? value, ...words].join(' ')]);
    }
  }
  return bare.length === 0 ? given : [...given, [mainOf(command, main, bare), bare.join(' ')]];
}

/** `article:north korean troops`: bare words after an unquoted value belong to it, up to the next option. */
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
  throw new UserError(
    message('error.takesNothing', {
      line: { commandLine: `/${name}` },
      command: name,
      typed: truncateForDisplay(bare.join(' ')),
    }),
  );
}

function choiceOf(command: Command, option: Option, typed: string, translations: Translations | undefined): string {
  const { choices = [] } = option;
  const names = choices.map((choice) => choiceName(command, option, choice, translations));
  const found = names.findIndex(({ word }) => Object.values(word).some((name) => fold(name) === fold(typed.trim())));
  if (found >= 0) return choices[found] as string;
  const near = nearestWord(typed, choices);
  const name = optionName(command, option, translations);
  const values = { name, typed: truncateForDisplay(typed), choices: oneOf(names) };
  throw new UserError(
    near === undefined
      ? message('error.notAChoice', values)
      : message('error.notAChoiceNear', { ...values, near: names[choices.indexOf(near)] ?? near }),
  );
}

/** `short, full or headline` */
function oneOf(names: readonly MessageValue[]): MessageValue {
  const others = names
    .slice(0, -1)
    .reduce<MessageValue>((before, name) => (before === '' ? name : message('list.comma', { before, name })), '');
  const last = names.at(-1) ?? '';
  return others === '' ? last : message('list.or', { others, last });
}
