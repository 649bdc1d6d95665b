import type { Invocation } from '#core/commands/invocation';

/** Formats a value as input: in quotation marks if it contains a space or a mark. */
export const quoteValue = (value: string): string =>
  /^[^\s"'“”„«»‘’\\]+$/u.test(value) ? value : `"${value.replace(/["“”\\]/gu, '\\$&')}"`;

/** Formats an invocation as a line to type: `/quotes speaker:"Kim Tae-hyo"`. */
export const formatLine = ({ command, options }: Invocation): string =>
  [`/${command}`, ...Object.entries(options).map(([name, value]) => `${name}:${quoteValue(value)}`)].join(' ');
