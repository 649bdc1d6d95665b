import type { Platform } from '#core/platform';
import { applicationIn, type DiscordSettings, REQUIREMENT, SETTINGS, settingsOf } from './settings.ts';
import { inviteLink } from './setup/invite.ts';
import { PLATFORM } from './tenant.ts';

/** Discord, through discord.js. The client is loaded only when used: it takes longer than everything else. */
export const discord: Platform = {
  name: PLATFORM,
  settings: SETTINGS,
  requirement: REQUIREMENT,
  configure(read) {
    const settings = settingsOf(read);
    return (
      settings && {
        name: PLATFORM,
        ...installUrlOf(settings),
        open: async (host) => (await import('./index.ts')).discordAdapter(settings, host),
        diagnose: async (host) => (await import('./setup/doctor.ts')).diagnose(settings, host),
      }
    );
  },
  setUp: async (read, host) => (await import('./setup/setup.ts')).setUp(settingsOf(read), host),
};

function installUrlOf({ token }: DiscordSettings): { readonly installUrl?: string } {
  const id = applicationIn(token);
  return id === undefined ? {} : { installUrl: inviteLink(id) };
}
