import type { Tenant } from '#core/storage/store';

/** The adapter's name, under which everything of its tenants is stored. */
export const PLATFORM = 'Discord';

/** A server, or a user in a conversation without one. */
export const tenantOf = (workspace: string): Tenant => ({ platform: PLATFORM, workspace });
