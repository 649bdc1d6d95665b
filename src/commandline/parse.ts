import type { Command, Invocation, Option } from '#core/command';
import { MissingValue, UserError } from '#core/errors';
import { echo, fold, nearestWord } from '#lookup';
import { type Token, tokens } from './tokens.ts';

/** The command's name at the beginning of a line, its slash optional. */
export const COMMAND = /^\s*\/?\s*(\S*)/u;

/**
 * A typed line as an invocation: `/quotes speaker:"Kim Tae-hyo" kind:direct`, bare words taken for the
 * command's main option.
 *
 * @throws UserError naming what is not understood and what to type instead.
 */
export function parseLine(line: string, commands: readonly Command[]): Invocation {
  const [head = '', name = ''] = COMMAND.exec(line) ?? [];
  const command = commandNamed(name, commands);
  if (asksForHelp(line.slice(head.length))) return { command: 'help', options: { command: command.name } };
  const options: Record<string, string> = {};
  for (const [option, value] of assign(command, tokens(line, head.length))) {
    if (options[option.name] !== undefined) throw new UserError(`${option.name} is given twice: give it once.`);
    options[option.name] = value;
  }
  return checked(command, options);
}

/** `/quotes help`, as people type it where each command stands alone. */
const asksForHelp = (rest: string): boolean => /^\s*(?:--?)?help\s*$/i.test(rest);

/** @throws UserError where there is no such command. */
export function commandNamed(typed: string, commands: readonly Command[]): Command {
  const found = commands.find(({ name }) => name === fold(typed));
  if (found) return found;
  const names = commands.map(({ name }) => name);
  const near = nearestWord(typed, names);
  const hint = near === undefined ? 'Type /help for all of them.' : `Did you mean /${near}?`;
  throw new UserError(`There is no command “${echo(typed)}”. ${hint}`);
}

/**
 * The invocation, if the command has these options and these choices.
 *
 * @throws MissingValue where an option came without its value, UserError for anything else that is wrong.
 */
export function checked(command: Command, options: Readonly<Record<string, string>>): Invocation {
  const given = Object.entries(options).map(([name, value]) => [optionNamed(command, name), value.trim()] as const);
  const full = given
    .filter(([, value]) => value !== '')
    .map(([option, value]) => [option.name, option.type === 'choice' ? choiceOf(option, value) : value]);
  const invocation: Invocation = { command: command.name, options: Object.fromEntries(full) };
  const missing = given.find(([, value]) => value === '')?.[0].name;
  if (missing !== undefined) throw new MissingValue(`${missing} needs a value: type ${missing}:"…".`, invocation);
  return invocation;
}

/** Each option with its value; the bare words together are the main option's. */
function assign(command: Command, all: readonly Token[]): readonly (readonly [Option, string])[] {
  const given: (readonly [Option, string])[] = [];
  const bare: string[] = [];
  const main = command.options.find((option) => option.main);
  for (let at = 0; at < all.length; at++) {
    const { key, value, quoted } = all[at] as Token;
    const flag = key === undefined && command.options.find((option) => option.type === 'flag' && option.name === value);
    if (flag) given.push([flag, 'yes']);
    // The main option's own value goes on over bare words: `speaker:Kim Tae-hyo` without quotation marks.
    else if (key === undefined || (key === main?.name && !quoted && bare.length === 0)) bare.push(value);
    else {
      const next = all[at + 1];
      // `kind: direct`: a value after a space is still its value.
      const late = value === '' && !quoted && next && next.key === undefined ? next.value : undefined;
      if (late !== undefined) at++;
      given.push([optionNamed(command, key), late ?? value]);
    }
  }
  return bare.length === 0 ? given : [...given, [mainOf(command, main, bare), bare.join(' ')]];
}

function mainOf({ name }: Command, main: Option | undefined, bare: readonly string[]): Option {
  if (main) return main;
  throw new UserError(`/${name} takes nothing called “${echo(bare.join(' '))}”. Type /help ${name}.`);
}

function optionNamed({ name, options }: Command, typed: string): Option {
  const found = options.find((option) => option.name === fold(typed));
  if (found) return found;
  const names = options.map((option) => option.name);
  const near = nearestWord(typed, names);
  const hint = near === undefined ? `Type /help ${name}.` : `Did you mean ${near}?`;
  throw new UserError(`/${name} has no option “${echo(typed)}”. ${hint}`);
}

function choiceOf({ name, choices = [] }: Option, typed: string): string {
  const found = choices.find((choice) => fold(choice) === fold(typed.trim()));
  if (found) return found;
  const near = nearestWord(typed, choices);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new UserError(`${name} is ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.${hint}`);
}
