import type { Command, Context, Option } from '#core/command';
import { UserError } from '#core/errors';
import type { Translations, Wording } from '#core/translation';
import { echo, fold } from './fold.ts';
import { nearestWord } from './nearest.ts';

/** The commands, and every language in which they can be called. */
export type Vocabulary = Pick<Context, 'commands' | 'translations'>;

/** A name and a description, with the language they are in; English has no tag. */
export interface Tagged extends Wording {
  readonly language: string | undefined;
}

/** What a command is called in each language, English first. */
export const wordingsOf = ({ name, description }: Command, translations: Translations = {}): readonly Tagged[] => [
  { name, description, language: undefined },
  ...Object.entries(translations).flatMap(([language, { commands }]) => tagged(commands[name], language)),
];

/** What one of its options is called in each language, English first. */
export const optionWordingsOf = (
  command: Command,
  { name, description }: Option,
  translations: Translations = {},
): readonly Tagged[] => [
  { name, description, language: undefined },
  ...Object.entries(translations).flatMap(([language, { commands }]) =>
    tagged(commands[command.name]?.options[name], language),
  ),
];

const tagged = (wording: Wording | undefined, language: string): readonly Tagged[] =>
  wording ? [{ ...wording, language }] : [];

/** Whether one of the wordings is the name that was typed, case and accents aside. */
export const isCalled = (wordings: readonly Wording[], typed: string): boolean =>
  wordings.some(({ name }) => fold(name) === fold(typed));

/** The command of that name in any language. @throws UserError where there is none, with the one that is near. */
export function commandNamed(typed: string, { commands, translations }: Vocabulary): Command {
  const found = commands.find((command) => isCalled(wordingsOf(command, translations), typed));
  if (found) return found;
  const near = nearestName(
    typed,
    commands.flatMap((command) => wordingsOf(command, translations)),
  );
  const hint = near === undefined ? 'Type /help for all of them.' : `Did you mean /${near}?`;
  throw new UserError(`There is no command “${echo(typed)}”. ${hint}`);
}

/** The option of that name in any language. @throws UserError where there is none, with the one that is near. */
export function optionNamed(command: Command, typed: string, translations?: Translations): Option {
  const { name, options } = command;
  const found = options.find((option) => isCalled(optionWordingsOf(command, option, translations), typed));
  if (found) return found;
  const near = nearestName(
    typed,
    options.flatMap((option) => optionWordingsOf(command, option, translations)),
  );
  const hint = near === undefined ? `Type /help ${name}.` : `Did you mean ${near}?`;
  throw new UserError(`/${name} has no option “${echo(typed)}”. ${hint}`);
}

const nearestName = (typed: string, wordings: readonly Wording[]): string | undefined =>
  nearestWord(
    typed,
    wordings.map(({ name }) => name),
  );
