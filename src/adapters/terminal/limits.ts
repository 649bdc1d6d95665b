/** A narrower terminal is drawn as one of this width: otherwise words would break every few characters. */
export const MIN_WIDTH = 20;

/** Lines longer than this are hard to follow, however wide the terminal is. */
export const MAX_WIDTH = 96;

/** The width used if a stream does not report one. */
export const DEFAULT_WIDTH = 80;

/** A table needs this much to stand in columns; under it, each row is drawn as a small list. */
export const TABLE_WIDTH = 64;

/** Margins are for those who have room. */
export const MARGIN_FROM = 44;
