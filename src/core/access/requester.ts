import type { Article } from '../article.ts';
import type { RenameCommands, Text } from '../messages/index.ts';
import type { Tenant } from '../storage/tenant.ts';

/** The place from which a request was made. */
export interface RequestScope extends Tenant {
  readonly channel: string;
  /** As the platform names people. */
  readonly userId: string;
  /**
   * Whether they may change schedules here; asked of the platform, so only where it matters.
   *
   * @throws UserError where the platform does not tell, with what to do.
   */
  canManageSchedules(): Promise<boolean>;
  /** Who those are in the platform's words: `people with the permission “Manage Loft”`. */
  readonly managerDescription?: Text;
  /** What people call a channel, `#news`, where the platform tells at once. */
  channelName?(channel: string): string | undefined;
  /** The zone that the platform knows them to be in, IANA; undefined where it does not tell. */
  timeZone(): Promise<string | undefined>;
}

/** The requester, as far as an answer depends on it. */
export interface Requester {
  /** Short and new for each question: joins what the person sees to the log. */
  readonly id: string;
  /** The workspace, server or private conversation: what it hands in, no other can ask about. */
  readonly tenantKey: string;
  /** The language and country that the platform knows them by, BCP 47: `ko`, `en-GB`. */
  readonly locale?: string;
  /** How commands are called where they ask; absent where they have the names of this project. */
  readonly renameCommands?: RenameCommands;
  /** Where they sit; absent where they are in no workspace. */
  readonly scope?: RequestScope;
  /** Where a reader of ours shows them an article; undefined where its own address will do. */
  readerUrl?(article: Article): string | undefined;
}
