import type { Tenant } from '#core/storage/store';
import { type Caller, type InstallSource, tenantKeyOf } from './caller.ts';

/** The platform key of all data that belongs to Slack; also the adapter's name. */
export const PLATFORM = 'Slack';

/** The parts of a tenant's key. */
export interface TenantParts {
  readonly team: string;
  /** The organisation of the workspace, if it has one. */
  readonly enterprise: string | undefined;
  /** The conversation with the bot, if the tenant is limited to it. */
  readonly direct: string | undefined;
}

// T1         a workspace
// E1/T1      a workspace of an organisation
// E1/T1/D1   one conversation with the bot in it: its schedules belong to no other tenant
const WORKSPACE = /^(?:(E[A-Z0-9]+)\/)?(T[A-Z0-9]+)(?:\/(D[A-Z0-9]+))?$/;
const DIRECT = /^D[A-Z0-9]+$/;

export const isDirect = (channel: string): boolean => DIRECT.test(channel);

/** The workspace that removed the app, or the organisation if it was installed there. */
export const removedTenant = ({ team, enterprise, isOrganisation }: InstallSource): Tenant => ({
  platform: PLATFORM,
  workspace: [enterprise, isOrganisation ? undefined : team].filter(Boolean).join('/'),
});

/** The tenant whose schedules a caller sees; undefined for users of another workspace, and without a channel. */
export function tenantOf({ source, tenantKey: place, channel }: Caller): Tenant | undefined {
  const { team, enterprise } = source;
  if (team === undefined || channel === undefined || place !== tenantKeyOf(enterprise, team)) return undefined;
  const workspace = [enterprise, team, isDirect(channel) ? channel : undefined].filter(Boolean).join('/');
  return WORKSPACE.test(workspace) ? { platform: PLATFORM, workspace } : undefined;
}

/** Parses a tenant key. @returns undefined if it is not Slack's. */
export function parseTenant({ workspace }: Tenant): TenantParts | undefined {
  const [, enterprise, team, direct] = WORKSPACE.exec(workspace) ?? [];
  return team === undefined ? undefined : { team, enterprise, direct };
}
