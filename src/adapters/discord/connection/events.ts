import { type Client, Events } from 'discord.js';
import type { House } from '#core/platform';
import type { Desk } from '#core/ports';
import { Refusal } from '../api/errors.ts';
import { complete } from '../inbound/autocomplete.ts';
import { inquiryOf } from '../inbound/interactions.ts';
import { inquiryIn } from '../inbound/mentions.ts';
import { tenantOf } from '../inbound/permissions.ts';
import type { Inquiry } from '../inbound/request.ts';
import type { Channels } from '../publisher/can-post.ts';
import type { DiscordSettings } from '../settings.ts';
import { guard } from './tolerant-gateway.ts';

interface Needs {
  readonly settings: DiscordSettings;
  readonly house: House;
  readonly desk: Desk;
  readonly channels: Channels;
  readonly receive: (inquiry: Inquiry) => Promise<void>;
  /** Whether questions are still taken. */
  readonly isOpen: () => boolean;
}

/** Takes in whatever comes from Discord. What goes wrong in one thing ends nothing else. */
export function listen(client: Client, { settings, house, desk, channels, receive, isOpen }: Needs): void {
  const { commands, newId, logger } = house;
  const files = { api: settings.api, fetch };
  const failed = (what: string) => (error: unknown) =>
    logger.error(what, { platform: 'Discord', ...new Refusal(error).facts });

  guard(client, failed('something that came from Discord could not be read'));

  client.on(Events.InteractionCreate, (interaction) => {
    channels.hear(interaction);
    if (interaction.isAutocomplete()) {
      complete(interaction, { desk, commands, newId }).catch(failed('a completion could not be sent'));
      return;
    }
    const inquiry = inquiryOf(interaction, { desk, commands, files });
    if (inquiry) void receive(inquiry);
  });

  // In servers none arrive without the intent for them.
  client.on(Events.MessageCreate, (message) => {
    const inquiry = settings.mentions ? inquiryIn(message, { desk, files }) : undefined;
    if (inquiry) void receive(inquiry);
  });

  // One that cannot be reached for a while is told of otherwise: this one has removed the bot.
  client.on(Events.GuildDelete, ({ id }) => {
    logger.info('a server has removed Onrecord', { platform: 'Discord' });
    house.onForget?.(tenantOf(id));
  });
  client.on(Events.Error, failed('the client reports an error'));
  // Once it is given up, why has been told.
  client.on(Events.ShardError, (error) => void (isOpen() && failed('the connection reports an error')(error)));
}
