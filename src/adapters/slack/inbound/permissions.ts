import { ForbiddenError } from '#core/errors';
import type { Logger } from '#core/ports';
import type { Requester, RequestScope } from '#core/requester';
import { classify, SlackApiError } from '../api/errors.ts';
import type { Sender } from '../api/send.ts';
import { type Caller, workspaceOf } from '../caller.ts';
import { isDirect, tenantOf } from '../tenant.ts';

/** What is known of a person: https://docs.slack.dev/reference/objects/user-object */
interface User {
  readonly tz?: string;
  readonly deleted?: boolean;
  /** From another workspace, in a channel that both share. */
  readonly is_stranger?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
  /** In the organisation as a whole. */
  readonly enterprise_user?: { readonly is_admin?: boolean; readonly is_owner?: boolean };
}

interface PermissionsDeps {
  readonly sender: Pick<Sender, 'call'>;
  readonly logger: Logger;
  /** Who may change schedules beside the admins. */
  readonly schedulers: readonly string[];
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

/** Milliseconds for which what Slack says of somebody holds. */
const TTL_MS = 60_000;
const MAX_CACHED = 1000;

/** @returns a way to tell where somebody sits; undefined where they are in no workspace of their own. */
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

  /** Logs why Slack did not tell. */
  const untold = (error: unknown): void => {
    const reason = error instanceof SlackApiError ? error.reason : String(error);
    logger.info('Slack does not tell who somebody is', { method: 'users.info', reason });
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

/** Somebody at the dispatcher, with the seat they have. */
export function toRequester(caller: Caller, id: string, seatOf: Permissions): Requester {
  const scope = seatOf(caller);
  return { id, tenantKey: caller.place, ...(scope && { scope }) };
}

const isManager = ({ deleted, is_stranger, enterprise_user: organisation = {}, ...user }: User): boolean =>
  !deleted &&
  !is_stranger &&
  [user.is_admin, user.is_owner, user.is_primary_owner, organisation.is_admin, organisation.is_owner].includes(true);

const isTransient = (error: unknown): boolean =>
  !(error instanceof SlackApiError) || error.retryAfter !== undefined || classify(error) === 'passing';

const SCOPE_MISSING =
  'Onrecord cannot see who is an admin here. Whoever runs it can add the scope users:read under OAuth & Permissions and reinstall it, or list people in SLACK_SCHEDULERS.';
const UNAVAILABLE = 'Slack does not tell at present who is an admin here: try again in a minute.';
