import type { Invocation } from '#core/commands/invocation';

/** A value as it is typed: in quotation marks where it holds a space or a mark. */
export const quoteValue = (value: string): string =>
  /^[^\s"'“”„«»‘’\\]+$/u.test(value) ? value : `"${value.replace(/["“”\\]/gu, '\\$&')}"`;

/** The line to type for an invocation: `/quotes speaker:"Kim Tae-hyo"`. */
export const formatLine = ({ command, options }: Invocation): string =>
  [`/${command}`, ...Object.entries(options).map(([name, value]) => `${name}:${quoteValue(value)}`)].join(' ');
