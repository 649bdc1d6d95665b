import type { Setting } from '#core/platform';

/** Describes what is wrong with a typed value, in a sentence without the value; returns undefined if it is valid. */
export function problemWith(value: string, setting: Setting, all: readonly Setting[]): string | undefined {
  const { name, prefix = '', check } = setting;
  if (/\s/.test(value)) return `${name} contains white space: copy it again.`;
  if (value.startsWith(prefix)) return check?.(value);
  const other = all.find(({ name: own, prefix: begins }) => own !== name && begins && value.startsWith(begins));
  if (other) return `That is a value for ${other.name}: ${name} begins with ${prefix}.`;
  return `That is not a value for ${name}, which begins with ${prefix}.`;
}
