import { errorKind } from '#chat/platform-error';
import type { Requester, RequestScope } from '#core/access/requester';
import { ForbiddenError } from '#core/errors';
import { message } from '#core/messages/index';
import type { Logger } from '#core/ports';
import { SlackApiError } from '../api/errors.ts';
import type { Sender } from '../api/send.ts';
import { type Caller, workspaceOf } from '../caller.ts';
import { isDirect, PLATFORM, tenantOf } from '../tenant.ts';

/** The data of a user: https://docs.slack.dev/reference/objects/user-object */
interface User {
  readonly tz?: string;
  readonly deleted?: boolean;
  /** From another workspace, in a shared channel. */
  readonly is_stranger?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
  /** The role in the whole organisation. */
  readonly enterprise_user?: { readonly is_admin?: boolean; readonly is_owner?: boolean };
}

interface PermissionsDeps {
  readonly sender: Pick<Sender, 'call'>;
  readonly logger: Logger;
  /** The users who may change schedules besides the admins. */
  readonly schedulers: readonly string[];
  /** The current time in milliseconds, from an arbitrary origin. */
  readonly now?: () => number;
}

/** Milliseconds for which Slack’s data about a user is cached. */
const TTL_MS = 60_000;
const MAX_CACHED = 1000;

/** @returns a function that finds a user’s scope; undefined for a user outside their own workspace. */
export function makePermissions({ sender, logger, schedulers, now = () => performance.now() }: PermissionsDeps) {
  const known = new Map<string, { readonly user: Promise<User>; readonly until: number }>();

  const ask = async (caller: Caller): Promise<User> => {
    const { user } = await sender.call(caller, 'users.info', { user: caller.user });
    return (user ?? {}) as User;
  };

  const userOf = (caller: Caller): Promise<User> => {
    const key = `${workspaceOf(caller.source)}/${caller.user}`;
    const found = known.get(key);
    if (found && now() < found.until) return found.user;
    if (known.size >= MAX_CACHED) known.clear();
    const user = ask(caller);
    known.set(key, { user, until: now() + TTL_MS });
    user.catch(() => known.delete(key));
    return user;
  };

  /** Logs why Slack did not return the user. */
  const untold = (error: unknown): void => {
    const reason = error instanceof SlackApiError ? error.reason : String(error);
    logger.info('Slack did not return the user’s details', { method: 'users.info', reason });
  };

  const manages = async (caller: Caller, channel: string): Promise<boolean> => {
    if (isDirect(channel) || schedulers.includes(caller.user)) return true;
    try {
      return isManager(await userOf(caller));
    } catch (error) {
      untold(error);
      throw new ForbiddenError(isTransient(error) ? UNAVAILABLE : SCOPE_MISSING);
    }
  };

  const zone = async (caller: Caller): Promise<string | undefined> => {
    try {
      return (await userOf(caller)).tz || undefined;
    } catch (error) {
      untold(error);
      return undefined;
    }
  };

  return (caller: Caller): RequestScope | undefined => {
    const { channel } = caller;
    const tenant = tenantOf(caller);
    if (!tenant || channel === undefined) return undefined;
    return {
      ...tenant,
      channel,
      userId: caller.user,
      canManageSchedules: () => manages(caller, channel),
      timeZone: () => zone(caller),
    };
  };
}

export type Permissions = ReturnType<typeof makePermissions>;

/** Converts the caller to the dispatcher’s requester, with the caller’s scope if there is one. */
export function toRequester(caller: Caller, id: string, permissionsOf: Permissions): Requester {
  const scope = permissionsOf(caller);
  return { id, tenantKey: caller.tenantKey, ...(scope && { scope }) };
}

const isManager = ({ deleted, is_stranger, enterprise_user: organisation = {}, ...user }: User): boolean =>
  !deleted &&
  !is_stranger &&
  [user.is_admin, user.is_owner, user.is_primary_owner, organisation.is_admin, organisation.is_owner].includes(true);

const isTransient = (error: unknown): boolean =>
  !(error instanceof SlackApiError) || error.retryAfter !== undefined || errorKind(error) === 'transient';

const SCOPE_MISSING = message('error.adminsHidden', { setting: 'SLACK_SCHEDULERS' });
const UNAVAILABLE = message('error.adminsUnavailable', { platform: PLATFORM });
