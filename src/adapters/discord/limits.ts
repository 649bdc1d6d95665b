/** Each limit with its source; limits without one were measured by others, and are marked. */

/** https://docs.discord.com/developers/components/reference#legacy-message-component-behavior */
export const MESSAGE = {
  /** Components of a message, including nested ones. */
  components: 40,
  /** Characters of all text displays together, including URLs and escapes. */
  characters: 4000,
  /**
   * Rendered formatting elements, including nested ones and emoji; the client omits the rest.
   * Not documented: https://github.com/discord/discord-api-docs/issues/6932 reports 100, /8501 200.
   */
  marks: 100,
} as const;

/** https://docs.discord.com/developers/components/reference#action-row */
export const ROW = { buttons: 5, rows: 5 } as const;

/** https://docs.discord.com/developers/components/reference#button */
export const BUTTON = { label: 80, token: 100 } as const;

/** https://docs.discord.com/developers/components/reference#string-select */
export const MENU = { options: 25, label: 100, value: 100, placeholder: 150, token: 100 } as const;

/** https://docs.discord.com/developers/components/reference#media-gallery */
export const PICTURE = { description: 1024, address: 2048 } as const;

/** https://docs.discord.com/developers/interactions/application-commands */
export const COMMANDS = {
  /** Slash commands, and entries in a message’s context menu. */
  slash: 100,
  message: 15,
  options: 25,
  choices: 25,
  /** Names of commands and options, in lower case if the script has cases. */
  name: /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
  /** An entry in a message’s context menu may contain capitals and spaces. */
  menuName: 32,
  description: 100,
  choiceName: 100,
  choiceValue: 100,
  /** Names, descriptions and values of one command together, each in its longest language. */
  characters: 8000,
  /** The largest maximum length that an option can set for its value. */
  length: 6000,
  /** The maximum length of a value if a command sets none. */
  usualLength: 100,
} as const;

/** https://docs.discord.com/developers/resources/channel#start-thread-from-message */
export const THREAD = {
  name: 100,
  /** Minutes without a message after which it is archived; the next message unarchives it. */
  open: 1440,
} as const;

/** https://docs.discord.com/developers/resources/message#get-channel-messages */
export const HISTORY = { page: 100 } as const;

/** The limits that we use: below the allowed ones, as not everything that counts is documented. */
export const BUDGET = { pieces: 36, characters: 3800, marks: 80 } as const;

/** Longer URLs are omitted; equal to the limit for a button’s own URL. */
export const MAX_ADDRESS_LENGTH = 512;

/** A quotation’s URL is counted as part of it up to this length, so that its evidence is always one click away. */
export const MAX_EVIDENCE_LENGTH = 240;
