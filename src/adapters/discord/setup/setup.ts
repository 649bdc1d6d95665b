import type { Finding, House } from '#core/platform';
import { Refusal } from '../api/errors.ts';
import { makeRest } from '../connection/client.ts';
import { applicationIn, type DiscordSettings } from '../settings.ts';
import { applicationOf, invitation, pagesOf, unreached } from './application.ts';
import { known } from './doctor.ts';
import { register } from './register.ts';

const BEGINNING: readonly Finding[] = [
  {
    ok: false,
    what: 'DISCORD_TOKEN is missing.',
    fix: 'Make an application, then take its bot’s token (Bot, Reset Token) into .env:',
    show: 'https://discord.com/developers/applications',
  },
];

/** Registers the commands where they have changed, and tells what is still to be done. */
export async function setUp(
  settings: DiscordSettings | undefined,
  house: Pick<House, 'commands' | 'translations'>,
): Promise<readonly Finding[]> {
  if (!settings) return BEGINNING;
  const rest = makeRest(settings);
  try {
    const application = await applicationOf(rest);
    const isNew = await register(rest, application.id, house);
    return [
      known(application),
      ...pagesOf(application),
      {
        ok: true,
        what: isNew ? 'The commands have changed and are registered.' : 'The commands are registered already.',
      },
      invitation(application),
    ];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const id = applicationIn(settings.token);
    return [unreached(error), ...(id === undefined ? [] : [invitation({ id })])];
  }
}
