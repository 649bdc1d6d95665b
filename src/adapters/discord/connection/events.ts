import { type Client, Events } from 'discord.js';
import type { AdapterHost } from '#core/platform';
import type { Dispatcher } from '#core/ports';
import { DiscordApiError } from '../api/errors.ts';
import { autocomplete } from '../inbound/autocomplete.ts';
import { requestFrom } from '../inbound/interactions.ts';
import { mentionRequest } from '../inbound/mentions.ts';
import { tenantOf } from '../inbound/permissions.ts';
import type { UserRequest } from '../inbound/request.ts';
import type { ChannelAccess } from '../publisher/can-post.ts';
import type { DiscordSettings } from '../settings.ts';
import { tolerateBadPackets } from './tolerant-gateway.ts';

interface EventsDeps {
  readonly settings: DiscordSettings;
  readonly house: AdapterHost;
  readonly desk: Dispatcher;
  readonly channels: ChannelAccess;
  readonly receive: (inquiry: UserRequest) => Promise<void>;
  /** Whether questions are still taken. */
  readonly isOpen: () => boolean;
}

/** Takes in whatever comes from Discord. What goes wrong in one thing ends nothing else. */
export function registerEvents(client: Client, { settings, house, desk, channels, receive, isOpen }: EventsDeps): void {
  const { commands, newId, logger } = house;
  const files = { api: settings.api, fetch };
  const failed = (what: string) => (error: unknown) =>
    logger.error(what, { platform: 'Discord', ...new DiscordApiError(error).details });

  tolerateBadPackets(client, failed('something that came from Discord could not be read'));

  client.on(Events.InteractionCreate, (interaction) => {
    channels.noteChannel(interaction);
    if (interaction.isAutocomplete()) {
      autocomplete(interaction, { desk, commands, newId }).catch(failed('a completion could not be sent'));
      return;
    }
    const inquiry = requestFrom(interaction, { desk, commands, files });
    if (inquiry) void receive(inquiry);
  });

  // In servers none arrive without the intent for them.
  client.on(Events.MessageCreate, (message) => {
    const inquiry = settings.mentions ? mentionRequest(message, { desk, files }) : undefined;
    if (inquiry) void receive(inquiry);
  });

  // One that cannot be reached for a while is told of otherwise: this one has removed the bot.
  client.on(Events.GuildDelete, ({ id }) => {
    logger.info('a server has removed Onrecord', { platform: 'Discord' });
    house.onRemoved?.(tenantOf(id));
  });
  client.on(Events.Error, failed('the client reports an error'));
  // Once it is given up, why has been told.
  client.on(Events.ShardError, (error) => void (isOpen() && failed('the connection reports an error')(error)));
}
