import { type REST, Routes } from 'discord.js';
import type { AdapterHost } from '#core/platform';
import { callApi, DiscordApiError } from '../api/errors.ts';
import { isRegistered, registrationOf } from './registration.ts';

type CommandSource = Pick<AdapterHost, 'commands' | 'translations'>;

/** Whether the commands registered are others than those of the host. @throws Refusal */
export async function hasChanged(rest: REST, application: string, host: CommandSource): Promise<boolean> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = await callApi(() => rest.get(Routes.applicationCommands(application), { query }));
  return !isRegistered(present, registrationOf(host.commands, host.translations));
}

/** A proxy may pass on what is registered without listing what is. */
function treatAsChanged(error: unknown): true {
  if (error instanceof DiscordApiError && (error.status === 404 || error.status === 405)) return true;
  throw error;
}

/**
 * Registers the commands, if they have changed: no more than 200 may be made a day.
 *
 * @returns whether they had changed.
 * @throws Refusal
 */
export async function register(rest: REST, application: string, host: CommandSource): Promise<boolean> {
  if (!(await hasChanged(rest, application, host).catch(treatAsChanged))) return false;
  const body = registrationOf(host.commands, host.translations);
  await callApi(() => rest.put(Routes.applicationCommands(application), { body }));
  return true;
}
