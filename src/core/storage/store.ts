import type { Text } from '../messages/index.ts';
import type { Schedule, Slot, SlotState } from '../schedule.ts';
import type { WorkspaceExport } from '../workspace-data.ts';
import type { ArchiveStore } from './archive.ts';
import type { FeedStore } from './feed-store.ts';
import type { HubStore } from './hub-store.ts';
import type { Tenant } from './tenant.ts';

export type { Tenant };

/** A slot as stored. All times are milliseconds since 1970, UTC. */
export interface SlotRecord extends Slot, Tenant {
  readonly schedule: string;
  readonly channel: string;
  readonly state: SlotState;
  /** Whether it is sent after its time. */
  readonly late: boolean;
  /** Whether a user requested it outside the schedule; then `day` is a name of its own. */
  readonly manual: boolean;
  /** The content of the post, recorded by the sending process before it sends. */
  readonly plan?: string;
  /** The number of times it was claimed. */
  readonly attempts: number;
  /** The time of the last change of its state. */
  readonly since: number;
  /** The platform's id of the message, once there is one. */
  readonly message?: string;
  /** Why it failed, was missed or is uncertain. */
  readonly reason?: Text;
}

/** A slot claimed by a process until its lease expires. */
export interface Claim extends SlotRecord {
  readonly owner: string;
  /** The state in which it was claimed: `sending` means that another process may have sent it already. */
  readonly previousState: 'due' | 'sending';
}

/** An article version shown to a channel. */
export interface SeenArticle {
  readonly article: string;
  /** A digest of the article's sentences. */
  readonly version: string;
}

/** The outcome of a claimed slot. */
export type SlotOutcome =
  /** `message` is empty if there was nothing to post; `reason`: what is missing in its thread, and why. */
  | {
      readonly state: 'sent';
      readonly message: string;
      readonly seen: readonly SeenArticle[];
      readonly reason?: Text;
    }
  | { readonly state: 'due'; readonly retryAt: number; readonly reason: Text }
  | { readonly state: 'failed' | 'missed' | 'uncertain'; readonly reason: Text };

export interface ScheduleStore {
  /**
   * @returns whether its id was free: no schedule has it, and no slot ever had it.
   *
   * @throws UserError if the workspace has reached its limit.
   */
  add(schedule: Schedule): Promise<boolean>;
  /** A workspace's schedules, oldest first. */
  list(tenant: Tenant): Promise<readonly Schedule[]>;
  /** @returns whether a schedule was changed. */
  pause(tenant: Tenant, id: string, paused: NonNullable<Schedule['paused']>): Promise<boolean>;
  /** Slots are due again from `now` on; those of the pause are not. */
  resume(tenant: Tenant, id: string, now: number): Promise<boolean>;
  remove(tenant: Tenant, id: string): Promise<boolean>;
  /** The schedules of all workspaces, for the runner. */
  listAll(): Promise<readonly Schedule[]>;
}

/** All slots and their outcomes; a slot is written before its post is sent. */
export interface SlotStore {
  /** The newest recorded slot of each existing schedule, by the schedule's id, without manual ones. */
  latest(): Promise<ReadonlyMap<string, SlotRecord>>;
  /** @throws UserError if nothing can be written at present. */
  checkWrite(): Promise<void>;
  /** Inserts slots. Existing ones stay unchanged, except that a missed one can become due. */
  insert(slots: readonly SlotRecord[]): Promise<void>;
  /**
   * Claims slots that are due or whose lease has expired, the longest due first. Times minutes ahead of `now` come from
   * a wrong clock and are not waited for.
   *
   * @param lease how long the claims are valid, in milliseconds.
   * @param limit the maximum number of slots.
   * @param platforms the platforms whose slots are claimed; default: all.
   */
  claim(
    owner: string,
    now: number,
    lease: number,
    limit: number,
    platforms?: readonly string[],
  ): Promise<readonly Claim[]>;
  /** When the next slot can be claimed; now or in the past if one already can; undefined if there is none. */
  nextReadyAt(platforms?: readonly string[]): Promise<number | undefined>;
  /** @returns whether the claim is still valid; if so, it is extended to `until`, and `plan` is recorded. */
  renew(claim: Claim, until: number, plan?: string): Promise<boolean>;
  /**
   * Records the outcome with the articles that the channel has seen in one step; the plan is kept only if the post
   * continues.
   *
   * @returns false if the claim was lost.
   */
  recordOutcome(claim: Claim, outcome: SlotOutcome, now: number): Promise<boolean>;
  /** Whether any post of a schedule was sent. */
  hasSent(tenant: Tenant, schedule: string): Promise<boolean>;
  /** A workspace's last slots, newest first. */
  history(tenant: Tenant, limit: number): Promise<readonly SlotRecord[]>;
}

export interface SeenArticleStore {
  /** The articles that a channel has seen, each with its last version. */
  list(tenant: Tenant, channel: string): Promise<readonly SeenArticle[]>;
}

/** The sentences of earlier versions of articles, to detect changes. */
export interface ArticleVersionStore {
  save(version: string, article: string, sentences: readonly string[]): Promise<void>;
  sentences(version: string): Promise<readonly string[] | undefined>;
}

/** Small texts by key, encrypted by the caller. The key names the owner. */
export interface EncryptedSecretStore {
  get(key: string): Promise<string | undefined>;
  /** Any one of them; undefined if there is none. */
  any(): Promise<string | undefined>;
  set(key: string, encrypted: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/** The tenants with stored data. Operations on a workspace include its conversations: `T1/D1` belongs to `T1`. */
export interface TenantStore {
  /** The tenants of a platform with data. */
  list(platform: string): Promise<readonly Tenant[]>;
  /** Records that a tenant has removed Onrecord, and pauses its schedules; its data is kept until it is purged. */
  suspend(tenant: Tenant, since: number): Promise<void>;
  /**
   * Reverts a suspension: the schedules resume.
   *
   * @returns whether the tenant was suspended.
   */
  revive(tenant: Tenant, now: number): Promise<boolean>;
  /**
   * Deletes the data of all tenants that removed Onrecord at or before an instant.
   *
   * @returns these tenants.
   */
  purge(before: number): Promise<readonly Tenant[]>;
  /**
   * Records that a tenant that installed Onrecord at an instant is welcomed.
   *
   * @returns false if it has been welcomed since.
   */
  claimWelcome(tenant: Tenant, joined: number): Promise<boolean>;
  /** The data of exactly this tenant. */
  export(tenant: Tenant): Promise<WorkspaceExport>;
  /** Deletes the data of a tenant at once. */
  forget(tenant: Tenant): Promise<void>;
}

/** The whole store. */
export interface Store {
  readonly schedules: ScheduleStore;
  readonly slots: SlotStore;
  readonly seenArticles: SeenArticleStore;
  readonly versions: ArticleVersionStore;
  readonly secrets: EncryptedSecretStore;
  readonly feeds: FeedStore;
  readonly hubs: HubStore;
  readonly archive: ArchiveStore;
  /** Deletes expired data and checkpoints the write-ahead log, so that the file alone is complete. */
  maintain(now: number): Promise<void>;
  readonly tenants: TenantStore;
  close(): Promise<void>;
}
