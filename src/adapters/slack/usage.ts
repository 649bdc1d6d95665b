import type { Command, Option } from '#core/commands/command';
import type { LocalizedOption, Translation } from '#core/commands/translation';

/** The arguments of a command, in the language of a translation: `[speaker] [article:…] [kind:direct|mixed]`. */
export const usageOf = ({ name, options }: Command, translation?: Translation): string =>
  options.map((option) => optionUsage(option, translation?.commands[name]?.options[option.name])).join(' ');

function optionUsage({ name: english, type, choices, main }: Option, own?: LocalizedOption): string {
  const name = own?.name ?? english;
  if (main || type === 'flag') return `[${name}]`;
  return `[${name}:${choices?.map((choice) => own?.choices?.[choice] ?? choice).join('|') ?? '…'}]`;
}
