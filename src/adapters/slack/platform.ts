import type { Platform } from '#core/platform';
import { PATHS } from './scopes.ts';
import { REQUIREMENT, SETTINGS, settingsOf } from './settings.ts';
import { PLATFORM } from './tenant.ts';

/** The Slack platform as registered at startup; its client is loaded only when it is used. */
export const slack: Platform = {
  name: PLATFORM,
  settings: SETTINGS,
  requirement: REQUIREMENT,
  configure(read) {
    const settings = settingsOf(read);
    if (!settings) return undefined;
    return {
      name: PLATFORM,
      ...(settings.mode.kind === 'oauth' ? { installUrl: PATHS.install } : {}),
      open: async (host) => (await import('./index.ts')).openSlack(settings, host),
      diagnose: async () => (await import('./setup/doctor.ts')).diagnose(settings),
    };
  },
  setUp: async (read, host) => (await import('./setup/setup.ts')).setUp(read, host),
};
