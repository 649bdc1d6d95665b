/**
 * What Slack takes, each figure from its page below https://docs.slack.dev/reference/block-kit/ unless another is
 * named. Lengths are in UTF-16 code units.
 */
export const LIMITS = {
  /** blocks: `block_id` and `action_id`. */
  id: 255,
  /** blocks/header-block: plain text only. */
  header: 150,
  /** composition-objects/text-object: any text object, where nothing less is said. */
  text: 3000,
  /** blocks/context-block. */
  contextElements: 10,
  /** blocks/image-block: `alt_text`. */
  alt: 2000,
  /** block-elements/button-element: its text; it is shown up to about 30. */
  button: 75,
  /** block-elements/button-element and blocks/image-block; links in rich text are held to it, too. */
  url: 3000,
  /** block-elements/select-menu-element: options, and of an options response. */
  options: 100,
  /** composition-objects/option-object: text and description. */
  option: 75,
  /** composition-objects/option-object: `value`; the page has 150 by now, the client's own types 75. */
  optionValue: 75,
  /** block-elements/select-menu-element, plain-text-input-element: `placeholder`. */
  placeholder: 150,
  /** blocks/input-block: label and hint. */
  label: 2000,
  /** block-elements/plain-text-input-element: `max_length`. */
  input: 3000,
  /** blocks/table-block: one in a message, the header row counted. */
  tableRows: 100,
  tableColumns: 20,
  /** blocks/table-block: characters of all cells together. */
  tableCharacters: 10_000,
  /** https://docs.slack.dev/reference/views/modal-views: title, submit and close. */
  viewTitle: 24,
  /** https://docs.slack.dev/reference/views: `private_metadata`. */
  metadata: 3000,
  /**
   * Undocumented: all blocks of a message together, then `msg_blocks_too_long`
   * (https://github.com/slackapi/bolt-js/issues/2509). What is counted is not the text alone: a header takes about 100
   * more than its words, and messages with many links are refused with 11,341 letters of text
   * (https://github.com/slackapi/bolt-js/issues/2867), as if the JSON were counted.
   */
  message: 13_200,
} as const;

/**
 * As much as we fill of it: a message that one can still take in, and no nearer to what is undocumented. `letters` are
 * those that are read, `characters` those of the JSON, `marks` the pieces it is made of.
 */
export const BUDGET = { blocks: 30, letters: 10_000, characters: 12_000, marks: 400 } as const;

/** The most characters of the plain text sent alongside the blocks. */
export const MAX_FALLBACK_LENGTH = 3000;

/** Buttons side by side. */
export const BUTTONS_IN_A_ROW = 5;
