import type {
  APIApplicationCommandBooleanOption,
  APIApplicationCommandStringOption,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, Option } from '#core/command';
import type { Translation, Translations, Wording } from '#core/translation';
import { COMMANDS } from './limits.ts';
import { type Localised, localised } from './locales.ts';
import { registrationFaults } from './registration-faults.ts';

export { isRegistered } from './registered.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
const TYPE = { slash: 1, message: 3 } as const;
const OPTION = { string: 3, boolean: 5 } as const;

/** In servers, in the bot's own conversation, and in those between people: wherever somebody may ask. */
const EVERYWHERE = {
  contexts: [0, 1, 2],
  /** Added to a server, or by a person for themselves. */
  integration_types: [0, 1],
};

const BRIEF_THIS = 'Brief this';

export type Registration = RESTPostAPIApplicationCommandsJSONBody[];

/**
 * Everything that Discord is to list: our commands, and “Brief this” in the menu of a message. Whoever may use
 * commands in a channel may use these; a server can change that for itself.
 *
 * @throws Error with everything that Discord would refuse, a line each: it would refuse all of them for one.
 */
export function registrationOf(commands: readonly Command[], translations: Translations): Registration {
  const body = [...commands.map((command) => slashCommand(command, translations)), briefThis(translations)];
  const faults = registrationFaults(body);
  if (faults.length > 0) throw new Error(`The commands cannot be registered:\n${faults.join('\n')}`);
  return body;
}

function slashCommand(command: Command, translations: Translations): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { name, description, options } = command;
  const wordings = localised(translations, ({ commands }) => commands[name]);
  return {
    type: TYPE.slash,
    name,
    description,
    ...namesOf(wordings),
    ...descriptionsOf(wordings),
    // The one that people mean when they just type comes first.
    options: [...options]
      .sort((a, b) => Number(b.main ?? false) - Number(a.main ?? false))
      .map((option) => optionOf(option, name, translations)),
    ...EVERYWHERE,
  };
}

function optionOf(
  { name, description, type, choices, most = COMMANDS.usualLength, complete }: Option,
  command: string,
  translations: Translations,
): APIApplicationCommandStringOption | APIApplicationCommandBooleanOption {
  const wordings = localised(translations, ({ commands }) => commands[command]?.options[name]);
  const named = { name, description, ...namesOf(wordings), ...descriptionsOf(wordings) };
  if (type === 'flag') return { type: OPTION.boolean, ...named };
  if (choices) return { type: OPTION.string, ...named, choices: choices.map((value) => ({ name: value, value })) };
  const string = { type: OPTION.string, ...named, max_length: Math.min(most, COMMANDS.length) };
  return complete ? { ...string, autocomplete: true } : string;
}

const briefThis = (translations: Translations): RESTPostAPIContextMenuApplicationCommandsJSONBody => ({
  type: TYPE.message,
  name: BRIEF_THIS,
  ...namesOf(localised(translations, ({ briefThis: name }: Translation) => ({ name }))),
  ...EVERYWHERE,
});

const namesOf = (wordings: Localised<Pick<Wording, 'name'>>) =>
  wordings.length > 0
    ? { name_localizations: Object.fromEntries(wordings.map(([locale, { name }]) => [locale, name])) }
    : {};

const descriptionsOf = (wordings: Localised<Wording>) =>
  wordings.length > 0
    ? {
        description_localizations: Object.fromEntries(
          wordings.map(([locale, { description }]) => [locale, description]),
        ),
      }
    : {};
