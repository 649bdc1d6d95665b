import type { Article } from '../article.ts';
import type { RenameCommands, Text } from '../messages/index.ts';
import type { Tenant } from '../storage/tenant.ts';

/** The place from which a request was made. */
export interface RequestScope extends Tenant {
  readonly channel: string;
  /** The platform's id of the user. */
  readonly userId: string;
  /**
   * Whether the user may change schedules here; requires a call to the platform.
   *
   * @throws UserError if the platform does not answer, with what to do.
   */
  canManageSchedules(): Promise<boolean>;
  /** A description of the managers in the platform's terms: `people with the permission “Manage Loft”`. */
  readonly managerDescription?: Text;
  /** The displayed name of a channel, `#news`, if it is known without a call. */
  channelName?(channel: string): string | undefined;
  /** The user's time zone on the platform, IANA; undefined if it is unknown. */
  timeZone(): Promise<string | undefined>;
}

/** The properties of the requester that answers depend on. */
export interface Requester {
  /** A short id, unique for each request: relates what the user sees to the log. */
  readonly id: string;
  /** The workspace, server or private conversation; its uploads are accessible only there. */
  readonly tenantKey: string;
  /** The user's locale on the platform, BCP 47: `ko`, `en-GB`. */
  readonly locale?: string;
  /** Renames commands as on the platform; absent if they have the names of this project. */
  readonly renameCommands?: RenameCommands;
  /** The scope of the request; absent outside of workspaces. */
  readonly scope?: RequestScope;
  /** The URL of an article in our reader; undefined if its own URL is used. */
  readerUrl?(article: Article): string | undefined;
}
