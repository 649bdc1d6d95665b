import { type Client, RESTJSONErrorCodes as Code, Events } from 'discord.js';
import type { AdapterHost } from '#core/platform';
import type { Dispatcher } from '#core/ports';
import type { Publisher } from '#core/publisher';
import { DiscordApiError } from '../api/errors.ts';
import { confirmRemoval } from '../connection/removed-tenants.ts';
import { tolerateBadPackets } from '../connection/tolerant-gateway.ts';
import type { ChannelAccess } from '../publisher/can-post.ts';
import type { DiscordSettings } from '../settings.ts';
import { PLATFORM, tenantOf } from '../tenant.ts';
import { autocomplete } from './autocomplete.ts';
import { requestFrom } from './interactions.ts';
import { mentionRequest } from './mentions.ts';
import type { UserRequest } from './request.ts';
import { welcomeGuild } from './welcome.ts';

interface EventsDeps {
  readonly settings: DiscordSettings;
  readonly host: AdapterHost;
  readonly dispatcher: Dispatcher;
  readonly channels: ChannelAccess;
  readonly publisher: Pick<Publisher, 'post'>;
  readonly receive: (request: UserRequest) => Promise<void>;
  /** Whether requests are still accepted. */
  readonly isOpen: () => boolean;
}

/** Handles all events from Discord. An error in one event does not affect the others. */
export function registerEvents(
  client: Client,
  { settings, host, dispatcher, channels, publisher, receive, isOpen }: EventsDeps,
): void {
  const { commands, newId, logger } = host;
  const files = { api: settings.api, fetch };
  const failed = (what: string) => (error: unknown) =>
    logger.error(what, { platform: PLATFORM, ...new DiscordApiError(error).details });

  tolerateBadPackets(client, failed('something that came from Discord could not be read'));

  client.on(Events.InteractionCreate, (interaction) => {
    channels.noteChannel(interaction);
    if (interaction.isAutocomplete()) {
      autocomplete(interaction, { dispatcher, commands, newId }).catch((error: unknown) => {
        if (!isLate(error)) failed('a completion could not be sent')(error);
      });
      return;
    }
    const request = requestFrom(interaction, { dispatcher, commands, files });
    if (request) void receive(request);
  });

  // Servers send none without the intent.
  client.on(Events.MessageCreate, (message) => {
    const request = settings.mentions ? mentionRequest(message, { dispatcher, files }) : undefined;
    if (request) void receive(request);
  });

  // A temporarily unavailable server triggers a different event.
  client.on(Events.GuildDelete, ({ id }) => void confirmRemoval(id, { client, host }));
  client.on(Events.GuildCreate, (guild) => {
    host.onInstalled?.(tenantOf(guild.id));
    void welcomeGuild(guild, { host, publisher });
  });
  client.on(Events.Error, failed('the client reports an error'));
  // Once the connection is abandoned, the reason has already been reported.
  client.on(Events.ShardError, (error) => void (isOpen() && failed('the connection reports an error')(error)));
}

/**
 * Whether the user has typed on, or Discord applies a rate limit: choices for the earlier text are no longer accepted.
 */
const isLate = (error: unknown): boolean => {
  const { code, name = '' } = error as { readonly code?: unknown; readonly name?: string };
  const codes: readonly unknown[] = [Code.UnknownInteraction, Code.InteractionHasAlreadyBeenAcknowledged];
  return codes.includes(code) || name.startsWith('RateLimitError');
};
