import type { APIGatewayBotInfo } from 'discord.js';
import type { AdapterHost, Diagnostic } from '#core/platform';
import { DiscordApiError } from '../api/errors.ts';
import { makeRest } from '../connection/client.ts';
import type { DiscordSettings } from '../settings.ts';
import {
  type Application,
  applicationDiagnostics,
  applicationOf,
  gatewayOf,
  inviteDiagnostic,
  pluralise,
  unreachableDiagnostic,
} from './application.ts';
import { hasChanged } from './register.ts';

/** Checks the entire Discord configuration; changes nothing. */
export async function diagnose(
  settings: DiscordSettings,
  host: Pick<AdapterHost, 'commands' | 'translations'>,
): Promise<readonly Diagnostic[]> {
  const rest = makeRest(settings);
  try {
    const application = await applicationOf(rest);
    const gateway = await gatewayOf(rest);
    const isChanged = await hasChanged(rest, application.id, host);
    return [
      tokenDiagnostic(application),
      ...applicationDiagnostics(application),
      gatewayDiagnostic(gateway),
      intentsDiagnostic(settings),
      isChanged
        ? {
            ok: false,
            what: 'The registered commands differ from those of this version.',
            fix: 'npm run setup, or npm start, registers them.',
          }
        : { ok: true, what: 'The registered commands are up to date.' },
      inviteDiagnostic(application),
    ];
  } catch (error) {
    if (!(error instanceof DiscordApiError)) throw error;
    return [unreachableDiagnostic(error)];
  }
}

export const tokenDiagnostic = ({ name, id }: Application): Diagnostic => ({
  ok: true,
  what: `The token is that of “${name}” (application ${id}).`,
});

function gatewayDiagnostic({
  shards,
  session_start_limit: { remaining, total, reset_after },
}: APIGatewayBotInfo): Diagnostic {
  const what = `The gateway can be reached; it advises ${pluralise(shards, 'shard')}, and ${remaining} of ${total} starts are left today.`;
  if (remaining >= shards) return { ok: true, what };
  const hours = Math.ceil(reset_after / 3_600_000);
  return {
    ok: false,
    what,
    fix: `Wait ${pluralise(hours, 'hour')}, or reset the token, which resets the count.`,
  };
}

const intentsDiagnostic = ({ mentions }: DiscordSettings): Diagnostic => ({
  ok: true,
  what: mentions
    ? 'Asks for the intents Guilds, GuildMessages and DirectMessages; none of them is privileged.'
    : 'Asks for the intent Guilds alone. DISCORD_MENTIONS=yes answers mentions and direct messages, too.',
});
