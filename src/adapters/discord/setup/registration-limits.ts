import { COMMANDS } from '../limits.ts';
import type { Registration } from './registration-body.ts';

/** The checked fields of a command, an option or a choice. */
interface NamedEntry {
  readonly name: string;
  readonly name_localizations?: object | null;
  readonly description?: string;
  readonly description_localizations?: object | null;
  readonly value?: string | number;
  readonly required?: boolean;
  readonly options?: readonly NamedEntry[];
  readonly choices?: readonly NamedEntry[];
}

type Registered = Registration[number];
const SLASH = 1;

/** Returns the limits that a list of commands violates, one sentence each. */
export function registrationErrors(body: Registration): readonly string[] {
  const [slash, menu] = [body.filter(isSlash), body.filter((command) => !isSlash(command))];
  return [
    ...tooMany('commands', slash.length, COMMANDS.slash),
    ...tooMany('entries in the menu of a message', menu.length, COMMANDS.message),
    ...slash.flatMap((command) => slashErrors(command as NamedEntry)),
    ...menu.flatMap((command) => menuErrors(command as NamedEntry)),
  ];
}

const isSlash = ({ type }: Registered): boolean => type === SLASH;

function slashErrors(command: NamedEntry): readonly string[] {
  return [
    ...tooMany(`characters of /${command.name}`, charactersOf(command), COMMANDS.characters),
    ...wordingErrors(command, `/${command.name}`),
    ...optionErrors(command, `/${command.name}`),
  ];
}

/** Returns the errors in all options, including subcommands and their options. */
function optionErrors({ options = [] }: NamedEntry, where: string): readonly string[] {
  const required = options.map((option) => option.required === true);
  return [
    ...tooMany(`options of ${where}`, options.length, COMMANDS.options),
    ...(required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
      ? [`In ${where} an option that may be left out stands before one that may not.`]
      : []),
    ...options.flatMap((option) => [
      ...wordingErrors(option, where),
      ...choiceErrors(option, where),
      ...optionErrors(option, `${where} ${option.name}`),
    ]),
  ];
}

const choiceErrors = ({ name, choices = [] }: NamedEntry, where: string): readonly string[] => [
  ...tooMany(`choices of ${name} in ${where}`, choices.length, COMMANDS.choices),
  ...choices.flatMap((choice) => [
    ...tooMany(`characters of “${choice.name}”`, choice.name.length, COMMANDS.choiceName),
    ...tooMany(`characters of “${choice.value}”`, String(choice.value).length, COMMANDS.choiceValue),
  ]),
];

const menuErrors = (command: NamedEntry): readonly string[] =>
  namesOf(command).flatMap((name) => tooMany(`characters of “${name}”`, name.length, COMMANDS.menuName));

function wordingErrors(worded: NamedEntry, where: string): readonly string[] {
  return [
    ...namesOf(worded)
      .filter((name) => !COMMANDS.name.test(name) || name !== name.toLowerCase())
      .map((name) => `“${name}” in ${where} is not a valid name: lower case, no spaces, 1 to 32 characters.`),
    ...descriptionsOf(worded)
      .filter((text) => text === '' || text.length > COMMANDS.description)
      .map((text) => `“${text}” in ${where} has ${text.length} characters: a description has 1 to 100.`),
  ];
}

const tooMany = (what: string, count: number, limit: number): readonly string[] =>
  count > limit ? [`There are ${count} ${what}, and ${limit} are allowed.`] : [];

const valuesOf = (localisations: object | null | undefined): readonly string[] => Object.values(localisations ?? {});
const namesOf = ({ name, name_localizations }: NamedEntry): readonly string[] => [
  name,
  ...valuesOf(name_localizations),
];
const descriptionsOf = ({ description = '', description_localizations }: NamedEntry): readonly string[] => [
  description,
  ...valuesOf(description_localizations),
];

const maxLength = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));

/** Counts the characters of names, descriptions and values, each in its longest language. */
const charactersOf = (worded: NamedEntry): number =>
  [...(worded.options ?? []), ...(worded.choices ?? [])].reduce(
    (sum, entry) => sum + charactersOf(entry),
    maxLength(namesOf(worded)) + maxLength(descriptionsOf(worded)) + String(worded.value ?? '').length,
  );
