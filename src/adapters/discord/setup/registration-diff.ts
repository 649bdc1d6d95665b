import type { Registration } from './registration-body.ts';

/** The fields of a command that we set; Discord adds more, and may add others in the future. */
const COMMAND = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'nsfw',
] as const;

const OPTION = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'channel_types',
  'min_length',
  'max_length',
] as const;

const CHOICE = ['name', 'name_localizations', 'value'] as const;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Whether the commands are registered already. IDs, versions, other additions and the order of commands are ignored;
 * the order of options and choices counts, as users see it.
 *
 * @param existing the response of GET /applications/:id/commands?with_localizations=true.
 */
export const isRegistered = (existing: unknown, wanted: Registration): boolean =>
  Array.isArray(existing) &&
  canonicalJson(existing.map(normaliseCommand)) === canonicalJson(wanted.map(normaliseCommand));

const canonicalJson = (commands: readonly object[]): string =>
  JSON.stringify(commands.map((command) => JSON.stringify(command)).sort());

const normaliseCommand = (command: unknown): object => ({
  ...pick(command, COMMAND),
  options: listIn(command, 'options').map(normaliseOption),
});

/** A subcommand has options of its own. */
const normaliseOption = (option: unknown): object => ({
  ...pick(option, OPTION),
  choices: listIn(option, 'choices').map((choice) => pick(choice, CHOICE)),
  options: listIn(option, 'options').map(normaliseOption),
});

const listIn = (value: unknown, key: string): readonly unknown[] => {
  const list = (value as JsonObject | null)?.[key];
  return Array.isArray(list) ? list : [];
};

/** Picks keys of an object in a fixed order, without insignificant values: null, `false`, empty ones. */
const pick = (value: unknown, keys: readonly string[]): JsonObject =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const settled = normaliseValue((value as JsonObject | null)?.[key]);
      return settled === undefined ? [] : [[key, settled]];
    }),
  );

/** Sorts lists and objects in which order is insignificant; undefined for insignificant values. */
function normaliseValue(value: unknown): unknown {
  if (value === null || value === undefined || value === false || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.toSorted();
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
