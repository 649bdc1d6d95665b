/** Each figure with the page it comes from; those without one were found by others and are marked so. */

/** https://docs.discord.com/developers/components/reference#legacy-message-component-behavior */
export const MESSAGE = {
  /** Components of a message, nested ones counted. */
  components: 40,
  /** Characters of all text displays together, addresses and escapes counted. */
  characters: 4000,
  /**
   * Elements of markup that are drawn, nested ones and emoji counted; then the client leaves out the rest.
   * Not documented: https://github.com/discord/discord-api-docs/issues/6932 tells of 100, /8501 of 200.
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
  /** Commands typed with a slash, and entries in a message’s menu. */
  slash: 100,
  message: 15,
  options: 25,
  choices: 25,
  /** Names of commands and options, which are lower case where the script has cases. */
  name: /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
  /** An entry in a message’s menu may have capitals and spaces. */
  menuName: 32,
  description: 100,
  choiceName: 100,
  choiceValue: 100,
  /** Names, descriptions and values of one command together, each in its longest language. */
  characters: 8000,
  /** The longest value that an option can be set to take. */
  length: 6000,
  /** What a value may take where a command says nothing. */
  usualLength: 100,
} as const;

/** https://docs.discord.com/developers/resources/channel#start-thread-from-message */
export const THREAD = {
  name: 100,
  /** Minutes without a message after which it is put away; the next message takes it out again. */
  open: 1440,
} as const;

/** https://docs.discord.com/developers/resources/message#get-channel-messages */
export const HISTORY = { page: 100 } as const;

/** What we fill a message with: less than is allowed, as not everything that counts is documented. */
export const BUDGET = { pieces: 36, characters: 3800, marks: 80 } as const;

/** An address longer than this is left out; as long as a button’s own address may be. */
export const MAX_ADDRESS_LENGTH = 512;

/** A quotation’s address is counted as part of it up to this length, so that its evidence is always a click away. */
export const MAX_EVIDENCE_LENGTH = 240;
