import type { AdapterHost, Diagnostic } from '#core/platform';
import { DiscordApiError } from '../api/errors.ts';
import { makeRest } from '../connection/client.ts';
import { applicationIn, type DiscordSettings } from '../settings.ts';
import { applicationDiagnostics, applicationOf, inviteDiagnostic, unreachableDiagnostic } from './application.ts';
import { tokenDiagnostic } from './doctor.ts';
import { register } from './register.ts';

const TOKEN_MISSING: readonly Diagnostic[] = [
  {
    ok: false,
    what: 'DISCORD_TOKEN is missing.',
    fix: 'Create an application, then copy its bot’s token (Bot, Reset Token) into .env:',
    show: 'https://discord.com/developers/applications',
  },
];

/** Registers the commands if they have changed, and reports the remaining steps. */
export async function setUp(
  settings: DiscordSettings | undefined,
  host: Pick<AdapterHost, 'commands' | 'translations'>,
): Promise<readonly Diagnostic[]> {
  if (!settings) return TOKEN_MISSING;
  const rest = makeRest(settings);
  try {
    const application = await applicationOf(rest);
    const { isNew } = await register(rest, application.id, host);
    return [
      tokenDiagnostic(application),
      ...applicationDiagnostics(application),
      {
        ok: true,
        what: isNew ? 'The commands have changed and are registered.' : 'The commands are registered already.',
      },
      inviteDiagnostic(application),
    ];
  } catch (error) {
    if (!(error instanceof DiscordApiError)) throw error;
    const id = applicationIn(settings.token);
    return [unreachableDiagnostic(error), ...(id === undefined ? [] : [inviteDiagnostic({ id })])];
  }
}
