import { type REST, Routes } from 'discord.js';
import type { House } from '#core/platform';
import { calling, Refusal } from '../api/errors.ts';
import { isRegistered, registrationOf } from './registration.ts';

type Names = Pick<House, 'commands' | 'translations'>;

/** Whether the commands registered are others than those of the house. @throws Refusal */
export async function changed(rest: REST, application: string, house: Names): Promise<boolean> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = await calling(() => rest.get(Routes.applicationCommands(application), { query }));
  return !isRegistered(present, registrationOf(house.commands, house.translations));
}

/** A proxy may pass on what is registered without listing what is. */
function unlisted(error: unknown): true {
  if (error instanceof Refusal && (error.status === 404 || error.status === 405)) return true;
  throw error;
}

/**
 * Registers the commands, if they have changed: no more than 200 may be made a day.
 *
 * @returns whether they had changed.
 * @throws Refusal
 */
export async function register(rest: REST, application: string, house: Names): Promise<boolean> {
  if (!(await changed(rest, application, house).catch(unlisted))) return false;
  const body = registrationOf(house.commands, house.translations);
  await calling(() => rest.put(Routes.applicationCommands(application), { body }));
  return true;
}
