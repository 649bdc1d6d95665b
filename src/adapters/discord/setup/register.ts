import { type REST, Routes } from 'discord.js';
import type { AdapterHost } from '#core/platform';
import { callApi, DiscordApiError } from '../api/errors.ts';
import { isRegistered, registrationOf } from './registration.ts';

type CommandSource = Pick<AdapterHost, 'commands' | 'translations'>;

/** The registered commands, and whether they had to be updated. */
export interface Registration {
  readonly isNew: boolean;
  /** The IDs from Discord, by command name; a group has one. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Whether the registered commands differ from those of the host. @throws DiscordApiError */
export const hasChanged = async (rest: REST, application: string, host: CommandSource): Promise<boolean> =>
  !isRegistered(await registered(rest, application), registrationOf(host.commands, host.translations));

function registered(rest: REST, application: string): Promise<unknown> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return callApi(() => rest.get(Routes.applicationCommands(application), { query }));
}

/** A proxy may forward the registration without supporting the list. */
function treatAsUnknown(error: unknown): undefined {
  if (error instanceof DiscordApiError && (error.status === 404 || error.status === 405)) return undefined;
  throw error;
}

/**
 * Registers the commands if they have changed: at most 200 may be created per day.
 *
 * @throws DiscordApiError
 */
export async function register(rest: REST, application: string, host: CommandSource): Promise<Registration> {
  const body = registrationOf(host.commands, host.translations);
  const present = await registered(rest, application).catch(treatAsUnknown);
  if (present !== undefined && isRegistered(present, body)) return { isNew: false, ids: idsOf(present) };
  const made = await callApi(() => rest.put(Routes.applicationCommands(application), { body }));
  return { isNew: true, ids: idsOf(made) };
}

/** Returns the IDs of the slash commands; empty if the response has another format. */
function idsOf(commands: unknown): ReadonlyMap<string, string> {
  const all = Array.isArray(commands) ? (commands as readonly Partial<Record<'id' | 'name' | 'type', unknown>>[]) : [];
  return new Map(
    all.flatMap(({ id, name, type = SLASH }) =>
      type === SLASH && typeof id === 'string' && typeof name === 'string' ? [[name, id]] : [],
    ),
  );
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
const SLASH = 1;
