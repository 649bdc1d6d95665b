import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandChannelOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, CommandGroup, Option } from '#core/commands/command';
import { groupByFirstWord, nameParts } from '#core/commands/command-group';
import type { LocalizedName, Translation, Translations } from '#core/commands/translation';
import { COMMANDS } from '../limits.ts';
import { type Localised, localised } from './locales.ts';
import type { Registration } from './registration-body.ts';
import { registrationErrors } from './registration-limits.ts';

export { isRegistered } from './registration-diff.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
const TYPE = { slash: 1, message: 3 } as const;
/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const OPTION = { subcommand: 1, string: 3, boolean: 5, channel: 7 } as const;

/**
 * Text and announcement channels.
 * https://docs.discord.com/developers/resources/channel#channel-object-channel-types
 */
const TEXT_CHANNELS: APIApplicationCommandChannelOption['channel_types'] = [0, 5];

/** Servers, direct messages with the bot, and conversations between users: all contexts with commands. */
const ALL_CONTEXTS = {
  contexts: [0, 1, 2],
  /** Installed in a server, or by a user. */
  integration_types: [0, 1],
};

const BRIEF_THIS = 'Brief this';

/**
 * Builds the registration: our commands, and “Brief this” in the context menu of a message. Users who may use commands
 * in a channel may use these; a server can override that.
 *
 * @throws Error listing everything that Discord would reject, one per line: one error makes it reject all commands.
 */
export function registrationOf(commands: readonly Command[], translations: Translations): Registration {
  const slash = [...groupByFirstWord(commands).values()].flatMap((some) => slashCommand(some, translations) ?? []);
  const body = [...slash, briefThis(translations)];
  const faults = registrationErrors(body);
  if (faults.length > 0) throw new Error(`The commands cannot be registered:\n${faults.join('\n')}`);
  return body;
}

/** Builds a single command, or a group of commands under their first word. */
function slashCommand(
  members: readonly Command[],
  translations: Translations,
): RESTPostAPIChatInputApplicationCommandsJSONBody | undefined {
  const [command] = members;
  if (!command) return undefined;
  const body = command.group
    ? {
        ...groupWording(command, command.group, translations),
        options: members.map((command) => subcommand(command, translations)),
      }
    : { ...commandWording(command, command.name, translations), options: optionsOf(command, translations) };
  return { type: TYPE.slash, ...body, ...ALL_CONTEXTS };
}

const subcommand = (command: Command, translations: Translations): APIApplicationCommandSubcommandOption => ({
  type: OPTION.subcommand,
  ...commandWording(command, nameParts(command)[1] ?? '', translations),
  options: optionsOf(command, translations),
});

const groupWording = (command: Command, { description }: CommandGroup, translations: Translations) => {
  const [name] = nameParts(command);
  return wordingFields(
    { name, description },
    localised(translations, ({ commandGroups }) => commandGroups?.[name]),
  );
};

const commandWording = ({ name: whole, description }: Command, name: string, translations: Translations) =>
  wordingFields(
    { name, description },
    localised(translations, ({ commands }) => commands[whole]),
  );

const wordingFields = ({ name, description }: LocalizedName, wordings: Localised<LocalizedName>) => ({
  name,
  description,
  ...namesOf(wordings),
  ...descriptionsOf(wordings),
});

/** Sorts required options first, as Discord demands, then the option that plain text is assigned to. */
const optionsOf = (command: Command, translations: Translations): APIApplicationCommandBasicOption[] =>
  [...command.options].sort((a, b) => rank(b) - rank(a)).map((option) => optionOf(option, command.name, translations));

const rank = ({ required, main }: Option): number => (required ? 2 : 0) + (main ? 1 : 0);

function optionOf(option: Option, command: string, translations: Translations): APIApplicationCommandBasicOption {
  const wordings = localised(translations, ({ commands }) => commands[command]?.options[option.name]);
  return SHAPES[option.type](
    { ...wordingFields(option, wordings), ...(option.required ? { required: true } : {}) },
    option,
    (choice) =>
      namesOf(
        wordings.flatMap(([locale, { choices }]) =>
          choices?.[choice] === undefined ? [] : [[locale, { name: choices[choice] }] as const],
        ),
      ),
  );
}

type Shape = (
  named: ReturnType<typeof wordingFields>,
  option: Option,
  choiceNames: (choice: string) => ReturnType<typeof namesOf>,
) => APIApplicationCommandBasicOption;

/** The Discord type of each option type. */
const SHAPES: Readonly<Record<Option['type'], Shape>> = {
  text: (named, { maxLength = COMMANDS.usualLength, complete }) => {
    const text = { type: OPTION.string, ...named, max_length: Math.min(maxLength, COMMANDS.length) } as const;
    return complete ? { ...text, autocomplete: true } : text;
  },
  choice: (named, { choices = [] }, choiceNames) => ({
    type: OPTION.string,
    ...named,
    choices: choices.map((value) => ({ name: value, value, ...choiceNames(value) })),
  }),
  flag: (named) => ({ type: OPTION.boolean, ...named }),
  channel: (named) => ({ type: OPTION.channel, ...named, channel_types: TEXT_CHANNELS }),
};

const briefThis = (translations: Translations): RESTPostAPIContextMenuApplicationCommandsJSONBody => ({
  type: TYPE.message,
  name: BRIEF_THIS,
  ...namesOf(localised(translations, ({ briefThis: name }: Translation) => ({ name }))),
  ...ALL_CONTEXTS,
});

const namesOf = (wordings: Localised<Pick<LocalizedName, 'name'>>) =>
  wordings.length > 0
    ? { name_localizations: Object.fromEntries(wordings.map(([locale, { name }]) => [locale, name])) }
    : {};

const descriptionsOf = (wordings: Localised<LocalizedName>) =>
  wordings.length > 0
    ? {
        description_localizations: Object.fromEntries(
          wordings.map(([locale, { description }]) => [locale, description]),
        ),
      }
    : {};
