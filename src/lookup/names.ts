import type { Command, CommandGroup, Context, Option } from '#core/commands/command';
import { groupByFirstWord, nameParts as wordsOfName } from '#core/commands/command-group';
import type { LocalizedName, Translation, Translations } from '#core/commands/translation';
import { UserError } from '#core/errors';
import { type CommandLine, type LocalizedWord, message } from '#core/messages/index';
import { fold, truncateForDisplay } from '#text/fold';
import { nearestWord } from './nearest.ts';

/** The commands and their translations. */
export type Vocabulary = Pick<Context, 'commands' | 'translations'>;

/** A name and a description with their language tag; English has none. */
export interface TaggedName extends LocalizedName {
  readonly language: string | undefined;
}

/** The commands that share a first word. */
export interface ResolvedGroup {
  /** The first word, in English. */
  readonly name: string;
  readonly group: CommandGroup;
  readonly members: readonly Command[];
  /** The first word in each language, English first. */
  readonly wordings: readonly TaggedName[];
}

type TranslationLookup = (translation: Translation) => LocalizedName | undefined;

const tagNames = (
  english: LocalizedName,
  translations: Translations,
  find: TranslationLookup,
): readonly TaggedName[] => [
  { ...english, language: undefined },
  ...Object.entries(translations).flatMap(([language, translation]) => {
    const wording = find(translation);
    return wording ? [{ ...wording, language }] : [];
  }),
];

/** The names of a command in each language, English first; for a member of a group, only the second word. */
export function wordingsOf({ name, description }: Command, translations: Translations = {}): readonly TaggedName[] {
  const [first, second = first] = wordsOfName({ name });
  return tagNames({ name: second, description }, translations, ({ commands }) => commands[name]);
}

/** The names of an option in each language, English first. */
export const optionWordingsOf = (
  command: Command,
  { name, description }: Option,
  translations: Translations = {},
): readonly TaggedName[] =>
  tagNames({ name, description }, translations, ({ commands }) => commands[command.name]?.options[name]);

/** All command groups, in the order of their first commands. */
export const resolveGroups = ({ commands, translations = {} }: Vocabulary): readonly ResolvedGroup[] =>
  [...groupByFirstWord(commands)].flatMap(([name, members]) => {
    const group = members[0]?.group;
    if (!group) return [];
    const { description } = group;
    return {
      name,
      group,
      members,
      wordings: tagNames({ name, description }, translations, (translation) => translation.commandGroups?.[name]),
    };
  });

/** Finds the group by its first word in any language. */
export const findGroup = (typed: string, vocabulary: Vocabulary): ResolvedGroup | undefined =>
  resolveGroups(vocabulary).find(({ wordings }) => isCalled(wordings, typed));

/** Returns whether a typed name is one of the wordings, ignoring case and accents. */
export const isCalled = (wordings: readonly LocalizedName[], typed: string): boolean =>
  wordings.some(({ name }) => fold(name) === fold(typed));

/**
 * Finds a command by name in any language, in a group each word in any; the first word of a group alone
 * selects the group's default member.
 *
 * @throws UserError if there is none, suggesting the nearest name.
 */
export function commandNamed(typed: string, vocabulary: Vocabulary): Command {
  const { commands, translations } = vocabulary;
  const [first = '', second, ...more] = typed.trim().split(/\s+/);
  const household = findGroup(first, vocabulary);
  if (household) return memberNamed(household, first, [second ?? '', ...more].join(' '), vocabulary);
  const single = commands.filter(({ group }) => !group);
  const found = single.find((command) => isCalled(wordingsOf(command, translations), typed));
  if (found) return found;
  const near = nearestName(typed, [
    ...single.flatMap((command) => wordingsOf(command, translations)),
    ...resolveGroups(vocabulary).flatMap(({ wordings }) => wordings),
  ]);
  const hint =
    near === undefined
      ? message('hint.allCommands')
      : message('hint.didYouMean', { names: { commandLine: `/${near}` } });
  throw new UserError(message('error.noCommand', { typed: truncateForDisplay(typed), hint }));
}

function memberNamed(
  { group, members }: ResolvedGroup,
  first: string,
  typed: string,
  { translations }: Vocabulary,
): Command {
  const found =
    typed === ''
      ? members.find(({ name }) => name === group.defaultMember)
      : members.find((member) => isCalled(wordingsOf(member, translations), typed));
  if (found) return found;
  const all = members.flatMap((member) => wordingsOf(member, translations));
  const begun = all.filter(({ name }) => fold(name).startsWith(fold(typed))).map(({ name }) => name);
  const [near, ...others] = begun.length > 0 ? begun : [nearestName(typed, all)].filter((name) => name !== undefined);
  const hint =
    near === undefined || others.length > 1
      ? message('hint.helpAll', { command: first })
      : message('hint.didYouMean', {
          names: either([near, ...others].map((name) => ({ commandLine: `/${first} ${name}` }))),
        });
  throw new UserError(message('error.noCommand', { typed: truncateForDisplay(`${first} ${typed}`), hint }));
}

/** The name of an option in a message, in the language of the reader. */
export const optionName = (command: Command, option: Option, translations?: Translations) => ({
  word: wordOf(optionWordingsOf(command, option, translations).map(({ language, name }) => [language, name] as const)),
});

/** A choice of an option in a message, in the language of the reader. */
export const choiceName = (command: Command, option: Option, choice: string, translations: Translations = {}) => ({
  word: wordOf([
    [undefined, choice],
    ...Object.entries(translations).map(
      ([language, { commands }]) =>
        [language, commands[command.name]?.options[option.name]?.choices?.[choice] ?? choice] as const,
    ),
  ]),
});

const wordOf = (names: readonly (readonly [language: string | undefined, name: string])[]): LocalizedWord => ({
  en: '',
  ...Object.fromEntries(names.map(([language = 'en', name]) => [language, name])),
});

/** Two names joined with “or”, or the only one. */
const either = ([first = { commandLine: '' }, last]: readonly CommandLine[]) =>
  last === undefined ? first : message('list.or', { others: first, last });

/** Finds an option by name in any language. @throws UserError if there is none, suggesting the nearest name. */
export function optionNamed(command: Command, typed: string, translations?: Translations): Option {
  const { name, options } = command;
  const found = options.find((option) => isCalled(optionWordingsOf(command, option, translations), typed));
  if (found) return found;
  const near = nearestName(
    typed,
    options.flatMap((option) => optionWordingsOf(command, option, translations)),
  );
  const hint =
    near === undefined ? message('hint.help', { command: name }) : message('hint.didYouMean', { names: near });
  throw new UserError(
    message('error.noOption', { line: { commandLine: `/${name}` }, typed: truncateForDisplay(typed), hint }),
  );
}

const nearestName = (typed: string, wordings: readonly LocalizedName[]): string | undefined =>
  nearestWord(
    typed,
    wordings.map(({ name }) => name),
  );
