import { ChannelType, type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import { translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Publisher } from '#core/publisher';
import { PLATFORM, tenantOf } from '../tenant.ts';

interface Deps {
  readonly host: Pick<AdapterHost, 'logger' | 'newId' | 'welcome' | 'claimWelcome'>;
  readonly publisher: Pick<Publisher, 'post'>;
}

/** Posts one message to a server that the bot has joined: what it is, and what to type. Never rejects. */
export async function welcomeGuild(guild: Guild, { host, publisher }: Deps): Promise<void> {
  const reply = host.welcome?.(guild.preferredLocale);
  const channel = channelFor(guild);
  if (!reply || !channel) return;
  try {
    if ((await host.claimWelcome?.(tenantOf(guild.id), guild.joinedTimestamp)) === false) return;
  } catch (err) {
    host.logger.error('a welcome could not be recorded, so none is posted', { platform: PLATFORM, err });
    return;
  }
  const delivery = await publisher.post({
    target: { ...tenantOf(guild.id), channel: channel.id },
    idempotencyKey: host.newId(),
    reply,
    language: translatorFor(guild.preferredLocale).language,
    stillOwned: async () => true,
  });
  if (delivery.kind !== 'sent')
    host.logger.info('a welcome could not be posted', { platform: PLATFORM, kind: delivery.kind });
}

/** How long after an invitation a server is still welcomed: no server is surprised by a welcome years later. */
const RECENT_MS = 7 * 24 * 3_600_000;

/** Welcomes the servers that invited the bot while the process was down, one after the other. Never rejects. */
export async function welcomeNewGuilds(
  guilds: Iterable<Guild>,
  { now, ...deps }: Deps & { readonly now: () => number },
): Promise<void> {
  for (const guild of guilds)
    if (guild.available && now() - guild.joinedTimestamp < RECENT_MS) await welcomeGuild(guild, deps);
}

/** Returns the server's system channel, else its first text channel; only channels that the bot may post in. */
function channelFor(guild: Guild): GuildTextBasedChannel | undefined {
  const { systemChannel, channels } = guild;
  const texts = channels.cache
    .filter((channel) => channel.type === ChannelType.GuildText)
    .sort((a, b) => a.rawPosition - b.rawPosition);
  return [...(systemChannel ? [systemChannel] : []), ...texts.values()].find((channel) => {
    const may = guild.members.me && channel.permissionsFor(guild.members.me);
    return may?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]);
  });
}
