import { type APIApplication, type APIGatewayBotInfo, type REST, Routes } from 'discord.js';
import type { Diagnostic } from '#core/platform';
import { callApi, type DiscordApiError } from '../api/errors.ts';
import { explain } from '../connection/connection.ts';
import { inviteLink } from './invite.ts';

/** The checked fields of an application: https://docs.discord.com/developers/resources/application */
export type Application = Pick<APIApplication, 'id' | 'name'> &
  Partial<Pick<APIApplication, 'approximate_guild_count' | 'interactions_endpoint_url' | 'bot_require_code_grant'>>;

/** @throws DiscordApiError if the token is invalid, or Discord is unreachable. */
export const applicationOf = (rest: REST): Promise<Application> =>
  callApi(() => rest.get(Routes.currentApplication()) as Promise<Application>);

/** @throws DiscordApiError if the token is invalid, or Discord is unreachable. */
export const gatewayOf = (rest: REST): Promise<APIGatewayBotInfo> =>
  callApi(() => rest.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>);

export const unreachableDiagnostic = (refusal: DiscordApiError): Diagnostic => ({
  ok: false,
  what: 'The token could not be checked.',
  fix: explain(refusal),
});

/** Reports misconfiguration in the application's settings. */
export function applicationDiagnostics(application: Application): readonly Diagnostic[] {
  const { id, interactions_endpoint_url: endpoint, bot_require_code_grant: grant } = application;
  const page = `https://discord.com/developers/applications/${id}`;
  return [
    ...(endpoint
      ? [
          {
            ok: false,
            what: 'Commands are sent to another address.',
            fix: `Empty “Interactions Endpoint URL”: ${page}/information`,
          },
        ]
      : []),
    ...(grant
      ? [{ ok: false, what: 'The bot cannot be invited.', fix: `Turn off “Requires OAuth2 Code Grant”: ${page}/bot` }]
      : []),
  ];
}

/** Reports the number of servers, if known, and the invite link. */
export function inviteDiagnostic({
  id,
  approximate_guild_count: servers,
}: Pick<Application, 'id' | 'approximate_guild_count'>): Diagnostic {
  const link = 'This link invites it, with the permissions it needs and no other:';
  const show = inviteLink(id);
  if (servers === 0) return { ok: false, what: 'No server has the bot yet.', fix: link, show };
  return {
    ok: true,
    what: servers === undefined ? link : `The bot is in ${pluralise(servers, 'server')}. ${link}`,
    show,
  };
}

/** `1 shard`, `2 shards` */
export const pluralise = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
