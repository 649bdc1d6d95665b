import type { Platform } from '#core/platform';
import { REQUIREMENT, SETTINGS, settingsOf } from './settings.ts';

/** Discord, through discord.js. The client is loaded only where it is used: it takes longer than all the rest. */
export const discord: Platform = {
  name: 'Discord',
  settings: SETTINGS,
  requirement: REQUIREMENT,
  configure(read) {
    const settings = settingsOf(read);
    return (
      settings && {
        name: 'Discord',
        open: async (house) => (await import('./index.ts')).discordAdapter(settings, house),
        diagnose: async (house) => (await import('./setup/doctor.ts')).diagnose(settings, house),
      }
    );
  },
  setUp: async (read, house) => (await import('./setup/setup.ts')).setUp(settingsOf(read), house),
};
