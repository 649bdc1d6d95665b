/** The minimum width used, even on narrower terminals: otherwise words would break every few characters. */
export const MIN_WIDTH = 20;

/** Lines longer than this are hard to follow, however wide the terminal is. */
export const MAX_WIDTH = 96;

/** The width used if a stream does not report one. */
export const DEFAULT_WIDTH = 80;

/** The width required by tables in columns; below it, each row is drawn as a small list. */
export const TABLE_WIDTH = 64;

/** The width from which margins are used. */
export const MARGIN_FROM = 44;
