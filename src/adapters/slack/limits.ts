/**
 * Slack's limits, each from its page below https://docs.slack.dev/reference/block-kit/ unless another is named. Lengths
 * are in UTF-16 code units.
 */
export const LIMITS = {
  /** blocks: `block_id` and `action_id`. */
  id: 255,
  /** blocks/header-block: plain text only. */
  header: 150,
  /** composition-objects/text-object: any text object without a lower limit. */
  text: 3000,
  /** blocks/context-block. */
  contextElements: 10,
  /** blocks/image-block: `alt_text`. */
  alt: 2000,
  /** block-elements/button-element: `text`; about 30 characters are shown. */
  button: 75,
  /** block-elements/button-element and blocks/image-block; assumed for links in rich text, too. */
  url: 3000,
  /** block-elements/select-menu-element: options, also of an options response. */
  options: 100,
  /** composition-objects/option-object: text and description. */
  option: 75,
  /** composition-objects/option-object: `value`; the page now says 150, the client's types say 75. */
  optionValue: 75,
  /** block-elements/select-menu-element, plain-text-input-element: `placeholder`. */
  placeholder: 150,
  /** blocks/input-block: label and hint. */
  label: 2000,
  /** block-elements/plain-text-input-element: `max_length`. */
  input: 3000,
  /** blocks/table-block: one per message, including the header row. */
  tableRows: 100,
  tableColumns: 20,
  /** blocks/table-block: characters of all cells combined. */
  tableCharacters: 10_000,
  /** https://docs.slack.dev/reference/views/modal-views: title, submit and close. */
  viewTitle: 24,
  /** https://docs.slack.dev/reference/views: `private_metadata`. */
  metadata: 3000,
  /**
   * Undocumented: all blocks of a message combined; above it, Slack responds with `msg_blocks_too_long`
   * (https://github.com/slackapi/bolt-js/issues/2509). Not only text is counted: a header costs about 100 more than its
   * text, and messages with many links are rejected at 11,341 letters of text
   * (https://github.com/slackapi/bolt-js/issues/2867), as if the JSON were counted.
   */
  message: 13_200,
} as const;

/**
 * The limits used: a readable message, with a margin below the undocumented limit. `letters` counts visible characters,
 * `characters` those of the JSON, `marks` its elements.
 */
export const BUDGET = { blocks: 30, letters: 10_000, characters: 12_000, marks: 400 } as const;

/** The most characters of the plain text sent alongside the blocks. */
export const MAX_FALLBACK_LENGTH = 3000;

/** Buttons per row. */
export const BUTTONS_IN_A_ROW = 5;
