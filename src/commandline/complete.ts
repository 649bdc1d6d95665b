import type { Choice, Command, Context, Option } from '#core/command';
import { choose } from '#lookup';
import { quoteValue } from './format.ts';
import { COMMAND, commandNamed } from './parse.ts';
import { type Token, tokens } from './tokens.ts';

/** As many as every platform shows. */
const MOST = 25;

/** The last word of a line: what a completion replaces. An open quotation is one word. */
export function lastWord(line: string): string {
  const [head = ''] = COMMAND.exec(line) ?? [];
  if (head.length === line.length) return line.trimStart();
  const last = tokens(line, head.length).at(-1);
  return last === undefined || endsBetween(line, last) ? '' : line.slice(last.start);
}

/** Completions for a line up to the cursor, each a whole replacement of its last word. */
export function completeLine(line: string, context: Context): readonly Choice[] {
  const [head = '', name = ''] = COMMAND.exec(line) ?? [];
  const { commands } = context;
  if (head.length === line.length && !/\S\s+$/.test(line)) return commandChoices(name, commands);
  const command = commandNamed(name, commands);
  const all = tokens(line, head.length);
  const last = all.at(-1);
  const open = last !== undefined && !endsBetween(line, last) ? last : undefined;
  const given = givenOptions(command, open ? all.slice(0, -1) : all);
  if (open?.key !== undefined) {
    const option = command.options.find((one) => one.name === open.key);
    return option ? prefixed(`${open.key}:`, valueChoices(option, command, context, open.value, given)) : [];
  }
  return bareChoices(command, context, open?.value ?? '', given);
}

/** What fits one option's value so far. */
export function valueChoices(
  option: Option,
  { name }: Command,
  context: Context,
  typed: string,
  given: Readonly<Record<string, string>>,
): readonly Choice[] {
  if (option.choices) return choose(option.choices.map(choosable), typed);
  return (option.complete?.(context, typed, { command: name, options: given }) ?? []).slice(0, MOST);
}

const choosable = (word: string) => ({ label: word, value: word, names: [word] });

/** Whether a new word begins at the line's end; `kind: ` still waits for its value. */
const endsBetween = (line: string, { open, quoted, value }: Token): boolean =>
  /\s$/.test(line) && !open && (quoted || value !== '');

const commandChoices = (typed: string, commands: readonly Command[]): readonly Choice[] =>
  choose(
    commands.map(({ name, description }) => ({ label: description, value: `/${name}`, names: [name] })),
    typed,
  );

/** Values of the main option, and the options not given yet. */
function bareChoices(
  command: Command,
  context: Context,
  typed: string,
  given: Readonly<Record<string, string>>,
): readonly Choice[] {
  const free = command.options.filter(({ name }) => given[name] === undefined);
  const names = free
    .filter(({ name }) => name.startsWith(typed.toLowerCase()))
    .map(({ name, description }) => ({ label: description, value: `${name}:` }));
  const main = free.find((option) => option.main);
  const values = main ? prefixed('', valueChoices(main, command, context, typed, given)) : [];
  return [...names, ...values].slice(0, MOST);
}

const prefixed = (before: string, choices: readonly Choice[]): readonly Choice[] =>
  choices.map(({ label, value }) => ({ label, value: before + quoteValue(value) }));

const givenOptions = ({ options }: Command, all: readonly Token[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    all.flatMap(({ key, value }) => (options.some(({ name }) => name === key) && key ? [[key, value]] : [])),
  );
