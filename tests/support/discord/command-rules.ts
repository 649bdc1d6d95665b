/** A command as it is registered. */
export interface WireCommand extends Named {
  readonly type?: number;
  readonly options?: readonly WireOption[];
}

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
}

interface WireOption extends Named {
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly (Named & { readonly value: string | number })[];
  /** The type of a subcommand. */
  readonly options?: readonly WireOption[];
}

const SLASH = 1;
const MESSAGE = 3;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** https://docs.discord.com/developers/reference#locales */
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

/** Returns violations in a list of commands that the schema does not cover. */
export function commandFaults(commands: readonly WireCommand[]): readonly string[] {
  const of = (type: number): number => commands.filter((command) => (command.type ?? SLASH) === type).length;
  const keys = commands.map(({ type = SLASH, name }) => `${type} ${name}`);
  return [
    ...(of(SLASH) > 100 ? [`${of(SLASH)} slash commands, more than 100`] : []),
    ...(of(MESSAGE) > 15 ? [`${of(MESSAGE)} message commands, more than 15`] : []),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `two commands are called ${key}`),
    ...commands.flatMap((command) => ((command.type ?? SLASH) === SLASH ? slashFaults(command) : menuFaults(command))),
    ...clashes(commands),
  ];
}

/** Two commands of a type may not have the same name in any language. */
const clashes = (commands: readonly WireCommand[]): readonly string[] =>
  LOCALES.flatMap((locale) => {
    const names = commands.map(
      ({ type = SLASH, name, name_localizations: localised }) => `${type} ${localised?.[locale] ?? name}`,
    );
    return new Set(names).size < names.length ? [`two commands are called the same in ${locale}`] : [];
  });

function slashFaults(command: WireCommand): readonly string[] {
  const characters = charactersOf(command);
  return [
    ...nameFaults(command),
    ...descriptionFaults(command),
    ...listFaults(command),
    ...(characters > 8000 ? [`/${command.name} has ${characters} characters, more than 8,000`] : []),
  ];
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const WITHIN = 1;

function listFaults(command: Pick<WireOption, 'name' | 'options'>): readonly string[] {
  const { options = [] } = command;
  const names = options.map(({ name }) => name);
  const optional = options.findIndex(({ required }) => required !== true);
  const within = options.filter(({ type }) => type === WITHIN);
  return [
    ...(within.length > 0 && within.length < options.length
      ? [`/${command.name} has both options and commands within it`]
      : []),
    ...within.flatMap(listFaults),
    ...(options.length > 25 ? [`/${command.name} has ${options.length} options, more than 25`] : []),
    ...(new Set(names).size < names.length ? [`/${command.name} has two options of one name`] : []),
    ...(optional >= 0 && options.slice(optional).some(({ required }) => required === true)
      ? [`/${command.name} has a required option after one that is not`]
      : []),
    ...options.flatMap(optionFaults),
  ];
}

/** A message command: its name may contain capitals and spaces, and it has no description. */
function menuFaults({ name, description, options, ...rest }: WireCommand): readonly string[] {
  const names = [name, ...Object.values(rest.name_localizations ?? {})];
  return [
    ...names
      .filter((name) => name.trim() === '' || name.length > 32)
      .map((name) => `“${name}” is not a valid name for a menu`),
    ...(description ? [`“${name}” in a menu has a description`] : []),
    ...(options && options.length > 0 ? [`“${name}” in a menu has options`] : []),
    ...localeFaults({ name, ...rest }),
  ];
}

function optionFaults(option: WireOption): readonly string[] {
  const { choices = [], autocomplete, name } = option;
  const values = choices.map(({ value }) => value);
  return [
    ...nameFaults(option),
    ...descriptionFaults(option),
    ...(choices.length > 25 ? [`${name} has ${choices.length} choices, more than 25`] : []),
    ...(autocomplete && choices.length > 0 ? [`${name} has both choices and completion`] : []),
    ...(new Set(values).size < values.length ? [`${name} has two equal choices`] : []),
    ...choices.flatMap(({ value, name: shown }) => [
      ...(String(value).length > 100 ? [`${name} has a choice of more than 100 characters`] : []),
      ...(shown.length < 1 || shown.length > 100 ? [`${name} has a choice named by ${shown.length} characters`] : []),
    ]),
  ];
}

const nameFaults = (named: Named): readonly string[] => [
  ...[named.name, ...Object.values(named.name_localizations ?? {})]
    .filter((name) => !NAME.test(name) || name !== name.toLowerCase())
    .map((name) => `“${name}” is not a valid name for a command or an option`),
  ...localeFaults(named),
];

const localeFaults = ({ name_localizations, description_localizations }: Named): readonly string[] =>
  [...Object.keys(name_localizations ?? {}), ...Object.keys(description_localizations ?? {})]
    .filter((locale) => !LOCALES.includes(locale))
    .map((locale) => `${locale} is no language there`);

const descriptionFaults = ({ name, description, description_localizations }: Named): readonly string[] =>
  [description ?? '', ...Object.values(description_localizations ?? {})]
    .filter((text) => text.trim() === '' || text.length > 100)
    .map((text) => `${name} is described in ${text.length} characters`);

/** The total length of names, descriptions and values, each in its longest language. */
function charactersOf(command: Pick<WireOption, 'name' | 'options'>): number {
  const longest = (text = '', localised: Readonly<Record<string, string>> | null | undefined): number =>
    Math.max(text.length, ...Object.values(localised ?? {}).map((name) => name.length));
  const own = (named: Named): number =>
    longest(named.name, named.name_localizations) + longest(named.description, named.description_localizations);
  const choice = (named: Named & { readonly value: string | number }): number =>
    longest(named.name, named.name_localizations) + String(named.value).length;
  const option = (given: WireOption): number =>
    own(given) + sum((given.choices ?? []).map(choice)) + sum((given.options ?? []).map(option));
  return own(command) + sum((command.options ?? []).map(option));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
