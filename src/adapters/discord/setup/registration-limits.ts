import { COMMANDS } from '../limits.ts';
import type { Registration } from './registration-body.ts';

/** As much of a command, an option or a choice as has words in it. */
interface Worded {
  readonly name: string;
  readonly name_localizations?: object | null;
  readonly description?: string;
  readonly description_localizations?: object | null;
  readonly value?: string | number;
  readonly required?: boolean;
  readonly options?: readonly Worded[];
  readonly choices?: readonly Worded[];
}

type Registered = Registration[number];
const SLASH = 1;

/** What Discord would refuse of a list of commands, a sentence each. */
export function registrationFaults(body: Registration): readonly string[] {
  const [slash, menu] = [body.filter(isSlash), body.filter((command) => !isSlash(command))];
  return [
    ...tooMany('commands', slash.length, COMMANDS.slash),
    ...tooMany('entries in the menu of a message', menu.length, COMMANDS.message),
    ...slash.flatMap((command) => slashFaults(command as Worded)),
    ...menu.flatMap((command) => menuFaults(command as Worded)),
  ];
}

const isSlash = ({ type }: Registered): boolean => type === SLASH;

function slashFaults(command: Worded): readonly string[] {
  return [
    ...tooMany(`characters of /${command.name}`, charactersOf(command), COMMANDS.characters),
    ...wordFaults(command, `/${command.name}`),
    ...optionFaults(command, `/${command.name}`),
  ];
}

/** Of all its options, or of the commands within it and theirs. */
function optionFaults({ options = [] }: Worded, where: string): readonly string[] {
  const required = options.map((option) => option.required === true);
  return [
    ...tooMany(`options of ${where}`, options.length, COMMANDS.options),
    ...(required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
      ? [`In ${where} an option that may be left out stands before one that may not.`]
      : []),
    ...options.flatMap((option) => [
      ...wordFaults(option, where),
      ...choiceFaults(option, where),
      ...optionFaults(option, `${where} ${option.name}`),
    ]),
  ];
}

const choiceFaults = ({ name, choices = [] }: Worded, where: string): readonly string[] => [
  ...tooMany(`choices of ${name} in ${where}`, choices.length, COMMANDS.choices),
  ...choices.flatMap((choice) => [
    ...tooMany(`characters of “${choice.name}”`, choice.name.length, COMMANDS.choiceName),
    ...tooMany(`characters of “${choice.value}”`, String(choice.value).length, COMMANDS.choiceValue),
  ]),
];

const menuFaults = (command: Worded): readonly string[] =>
  namesOf(command).flatMap((name) => tooMany(`characters of “${name}”`, name.length, COMMANDS.menuName));

function wordFaults(worded: Worded, where: string): readonly string[] {
  return [
    ...namesOf(worded)
      .filter((name) => !COMMANDS.name.test(name) || name !== name.toLowerCase())
      .map((name) => `“${name}” in ${where} is no name: lower case, no spaces, 1 to 32 characters.`),
    ...descriptionsOf(worded)
      .filter((text) => text === '' || text.length > COMMANDS.description)
      .map((text) => `“${text}” in ${where} has ${text.length} characters: a description has 1 to 100.`),
  ];
}

const tooMany = (what: string, count: number, most: number): readonly string[] =>
  count > most ? [`There are ${count} ${what}, and ${most} are allowed.`] : [];

const valuesOf = (localisations: object | null | undefined): readonly string[] => Object.values(localisations ?? {});
const namesOf = ({ name, name_localizations }: Worded): readonly string[] => [name, ...valuesOf(name_localizations)];
const descriptionsOf = ({ description = '', description_localizations }: Worded): readonly string[] => [
  description,
  ...valuesOf(description_localizations),
];

const longest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));

/** Names, descriptions and values, each in its longest language. */
const charactersOf = (worded: Worded): number =>
  [...(worded.options ?? []), ...(worded.choices ?? [])].reduce(
    (sum, one) => sum + charactersOf(one),
    longest(namesOf(worded)) + longest(descriptionsOf(worded)) + String(worded.value ?? '').length,
  );
