import type { Tenant } from '#core/storage/store';

/** The name of the adapter, under which all data of its tenants is stored. */
export const PLATFORM = 'Discord';

/** A server, or a user in a direct message. */
export const tenantOf = (workspace: string): Tenant => ({ platform: PLATFORM, workspace });
