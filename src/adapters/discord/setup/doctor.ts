import type { APIGatewayBotInfo } from 'discord.js';
import type { Finding, House } from '#core/platform';
import { Refusal } from '../api/errors.ts';
import { makeRest } from '../connection/client.ts';
import type { DiscordSettings } from '../settings.ts';
import { type Application, applicationOf, counted, gatewayOf, invitation, pagesOf, unreached } from './application.ts';
import { changed } from './register.ts';

/** Looks at everything that Discord must have right; changes nothing. */
export async function examine(
  settings: DiscordSettings,
  house: Pick<House, 'commands' | 'translations'>,
): Promise<readonly Finding[]> {
  const rest = makeRest(settings);
  try {
    const application = await applicationOf(rest);
    const gateway = await gatewayOf(rest);
    const isChanged = await changed(rest, application.id, house);
    return [
      known(application),
      ...pagesOf(application),
      reached(gateway),
      intents(settings),
      isChanged
        ? {
            ok: false,
            what: 'The commands registered are not those of this version.',
            fix: 'npm run setup, or npm start, registers them.',
          }
        : { ok: true, what: 'The commands are registered as they are here.' },
      invitation(application),
    ];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [unreached(error)];
  }
}

export const known = ({ name, id }: Application): Finding => ({
  ok: true,
  what: `The token is that of “${name}” (application ${id}).`,
});

function reached({ shards, session_start_limit: { remaining, total, reset_after } }: APIGatewayBotInfo): Finding {
  const what = `The gateway can be reached; it advises ${counted(shards, 'shard')}, and ${remaining} of ${total} starts are left today.`;
  if (remaining >= shards) return { ok: true, what };
  const hours = Math.ceil(reset_after / 3_600_000);
  return {
    ok: false,
    what,
    fix: `Wait ${counted(hours, 'hour')}, or reset the token: then the count begins anew.`,
  };
}

const intents = ({ mentions }: DiscordSettings): Finding => ({
  ok: true,
  what: mentions
    ? 'Asks for the intents Guilds, GuildMessages and DirectMessages; none of them is privileged.'
    : 'Asks for the intent Guilds alone. DISCORD_MENTIONS=yes answers mentions and direct messages, too.',
});
