import type { Registration } from './registration-body.ts';

/** What is ours to say of a command; Discord adds to it, and may add more one day. */
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
 * Whether Discord lists what we want already, so that nothing need be registered. Ids, versions and other additions do
 * not count, nor does the order of commands; that of options and choices does, as people see it.
 *
 * @param existing what GET /applications/:id/commands?with_localizations=true answered.
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

/** A command within another has options of its own. */
const normaliseOption = (option: unknown): object => ({
  ...pick(option, OPTION),
  choices: listIn(option, 'choices').map((choice) => pick(choice, CHOICE)),
  options: listIn(option, 'options').map(normaliseOption),
});

const listIn = (value: unknown, key: string): readonly unknown[] => {
  const list = (value as JsonObject | null)?.[key];
  return Array.isArray(list) ? list : [];
};

/** Some keys of something, in our order, without what means nothing: null, `false`, the empty. */
const pick = (value: unknown, keys: readonly string[]): JsonObject =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const settled = normaliseValue((value as JsonObject | null)?.[key]);
      return settled === undefined ? [] : [[key, settled]];
    }),
  );

/** Lists and tables in which order means nothing are sorted; undefined for what means nothing. */
function normaliseValue(value: unknown): unknown {
  if (value === null || value === undefined || value === false || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.toSorted();
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
