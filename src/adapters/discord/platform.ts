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
        open: async (host) => (await import('./index.ts')).discordAdapter(settings, host),
        diagnose: async (host) => (await import('./setup/doctor.ts')).diagnose(settings, host),
      }
    );
  },
  setUp: async (read, host) => (await import('./setup/setup.ts')).setUp(settingsOf(read), host),
};
