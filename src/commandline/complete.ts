import type { Choice } from '#core/commands/choice';
import type { Command, Context, Option } from '#core/commands/command';
import { groupByFirstWord } from '#core/commands/command-group';
import type { Invocation } from '#core/commands/invocation';
import {
  choose,
  commandNamed,
  fold,
  isCalled,
  optionWordingsOf,
  type ResolvedGroup,
  resolveGroups,
  type TaggedName,
  type Vocabulary,
  wordingsOf,
} from '#lookup';
import { quoteValue } from './format.ts';
import { FIRST, type Head, headOf, nameOf } from './parse.ts';
import { type Token, tokens } from './tokens.ts';

/** The maximum number of choices shown by every platform. */
const MAX_CHOICES = 25;

/** The last word of a line, which a completion replaces. An open quotation is one word. */
export function lastWord(line: string): string {
  const [head = ''] = FIRST.exec(line) ?? [];
  if (head.length === line.length) return line.trimStart();
  const last = tokens(line, head.length).at(-1);
  return last === undefined || isBetweenWords(line, last) ? '' : line.slice(last.start);
}

/** Returns completions for a line up to the cursor, each a replacement for its last word. */
export function completeLine(line: string, context: Context): readonly Choice[] {
  const head = headOf(line, context);
  const rest = line.slice(head.end);
  if (head.second === undefined && rest === '' && !/\S\s+$/.test(line)) return commandChoices(head.first, context);
  const asksSecond = head.second === undefined ? rest.trim() === '' : rest === '';
  if (head.household && asksSecond) return memberChoices(head.household, head, context);
  const command = commandNamed(nameOf(head), context);
  const all = tokens(line, head.end);
  const last = all.at(-1);
  const open = last !== undefined && !isBetweenWords(line, last) ? last : undefined;
  const given = givenOptions(command, open ? all.slice(0, -1) : all, context);
  if (open?.key !== undefined) {
    const option = findOption(open.key, command, context);
    return option ? prefixed(`${open.key}:`, valueChoices(option, command, context, open.value, given)) : [];
  }
  const language = languageOf(wordingsOf(command, context.translations), head.second ?? head.first);
  return bareChoices({ command, context, language, typed: open?.value ?? '', given });
}

/** The choices that match an option's value so far. */
export function valueChoices(
  option: Option,
  { name }: Command,
  context: Context,
  typed: string,
  given: Readonly<Record<string, string>>,
): readonly Choice[] {
  if (option.choices) {
    const own = context.translations?.[context.t.language]?.commands[name]?.options[option.name]?.choices;
    return choose(
      option.choices.map((value) => ({ label: own?.[value] ?? value, value, names: [value, own?.[value] ?? value] })),
      typed,
    );
  }
  return (option.complete?.(context, typed, { command: name, options: given }) ?? []).slice(0, MAX_CHOICES);
}

/** The display labels of the given values, by option, if they differ from the values. */
export function valueLabels(
  command: Command,
  { options }: Invocation,
  context: Context,
): Readonly<Record<string, string>> {
  const labels = command.options.flatMap((option): [string, string][] => {
    const value = options[option.name];
    if (value === undefined || option.choices) return [];
    const title = option.name === 'article' ? context.catalog.find(value)?.article.title : undefined;
    const label =
      title ?? valueChoices(option, command, context, value, options).find((choice) => choice.value === value)?.label;
    return label === undefined || label === value ? [] : [[option.name, label]];
  });
  return Object.fromEntries(labels);
}

/** Returns whether a new word begins at the end of the line; after `kind: `, the value is still expected. */
const isBetweenWords = (line: string, { open, quoted, value }: Token): boolean =>
  /\s$/.test(line) && !open && (quoted || value !== '');

/** Command names in the language being typed; in English if the input is empty. A group is one choice. */
function commandChoices(typed: string, vocabulary: Vocabulary): readonly Choice[] {
  const families = new Map(resolveGroups(vocabulary).map(({ name, wordings }) => [name, wordings]));
  const all = [...groupByFirstWord(vocabulary.commands)].flatMap(
    ([first, [command]]) => families.get(first) ?? (command ? wordingsOf(command, vocabulary.translations) : []),
  );
  return localizedChoices(all, undefined, typed, '/');
}

/** The second words of a group, in the language of the first word if the input is empty. */
function memberChoices(
  { members, wordings }: ResolvedGroup,
  { first, second = '' }: Head,
  { translations }: Vocabulary,
) {
  const all = members.flatMap((member) => wordingsOf(member, translations));
  return localizedChoices(all, languageOf(wordings, first), second, '');
}

const localizedChoices = (all: readonly TaggedName[], language: string | undefined, typed: string, before: string) =>
  choose(
    all
      .filter((wording) => wording.language === language || typed !== '')
      .map(({ name, description }) => ({ label: description, value: `${before}${name}`, names: [name] })),
    typed,
  );

const languageOf = (wordings: readonly TaggedName[], typed: string): string | undefined =>
  wordings.find((wording) => isCalled([wording], typed))?.language;

/** A line whose next word is an option or a value of the main option. */
interface BareWord {
  readonly command: Command;
  readonly context: Context;
  /** The language in which the command was typed. */
  readonly language: string | undefined;
  readonly typed: string;
  readonly given: Readonly<Record<string, string>>;
}

/** Values of the main option, and the options not yet given. */
function bareChoices({ command, context, language, typed, given }: BareWord): readonly Choice[] {
  const free = command.options.filter(({ name }) => given[name] === undefined);
  const names = free
    .flatMap((option) => optionWordingsOf(command, option, context.translations))
    .filter((wording) => (typed === '' ? wording.language === language : fold(wording.name).startsWith(fold(typed))))
    .map(({ name, description }) => ({ label: description, value: `${name}:` }));
  const main = free.find((option) => option.main);
  const values = main ? prefixed('', valueChoices(main, command, context, typed, given)) : [];
  return [...names, ...values].slice(0, MAX_CHOICES);
}

const prefixed = (prefix: string, choices: readonly Choice[]): readonly Choice[] =>
  choices.map(({ label, value }) => ({ label, value: prefix + quoteValue(value) }));

const givenOptions = (
  command: Command,
  all: readonly Token[],
  vocabulary: Vocabulary,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    all.flatMap(({ key, value }) => {
      const option = key === undefined ? undefined : findOption(key, command, vocabulary);
      return option ? [[option.name, value]] : [];
    }),
  );

const findOption = (typed: string, command: Command, { translations }: Vocabulary): Option | undefined =>
  command.options.find((option) => isCalled(optionWordingsOf(command, option, translations), typed));
