import type { Command, Option } from '#core/commands/command';

/** The arguments of a command: `[speaker] [article:…] [kind:direct|mixed]`. */
export const usageOf = ({ options }: Command): string => options.map(optionUsage).join(' ');

function optionUsage({ name, type, choices, main }: Option): string {
  if (main) return `[${name}]`;
  if (type === 'flag') return `[${name}]`;
  return `[${name}:${choices?.join('|') ?? '…'}]`;
}
