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
  /** Whether it was made up after its time. */
  readonly late: boolean;
  /** Whether a user requested it outside the schedule; then `day` is a name of its own. */
  readonly manual: boolean;
  /** What the post is to show, as recorded by the sending process before it sends. */
  readonly plan?: string;
  /** How often it was taken up. */
  readonly attempts: number;
  /** When it came into this state. */
  readonly since: number;
  /** The platform's id of the message, once there is one. */
  readonly message?: string;
  /** Why it failed, was missed or is uncertain. */
  readonly reason?: Text;
}

/** A slot that one process has taken up, until its lease runs out. */
export interface Claim extends SlotRecord {
  readonly owner: string;
  /** The state in which it was claimed: `sending` means that another process may have sent it already. */
  readonly previousState: 'due' | 'sending';
}

/** An article as a channel was shown it. */
export interface SeenArticle {
  readonly article: string;
  /** A digest of the article's sentences. */
  readonly version: string;
}

/** What became of a claimed slot. */
export type SlotOutcome =
  /** `message` is empty where silence was all there was to send; `reason`: what of its thread is missing, and why. */
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
   * @returns whether its id was free: no schedule has it, and no slot was ever owed under it.
   * @throws UserError where the workspace has as many as one may have.
   */
  add(schedule: Schedule): Promise<boolean>;
  /** A workspace's schedules, the oldest first. */
  list(tenant: Tenant): Promise<readonly Schedule[]>;
  /** @returns whether there was one to change. */
  pause(tenant: Tenant, id: string, paused: NonNullable<Schedule['paused']>): Promise<boolean>;
  /** From `now` on slots are owed again; those of the pause are not. */
  resume(tenant: Tenant, id: string, now: number): Promise<boolean>;
  remove(tenant: Tenant, id: string): Promise<boolean>;
  /** The schedules of all workspaces, for the runner. */
  listAll(): Promise<readonly Schedule[]>;
}

/** Every slot that was ever owed, and what became of it: written before anything is sent. */
export interface SlotStore {
  /** The newest slot on record of each schedule that is still there, by the schedule's id; manual ones left out. */
  latest(): Promise<ReadonlyMap<string, SlotRecord>>;
  /** @throws UserError if nothing can be written at present. */
  checkWrite(): Promise<void>;
  /** Enters slots. What is on record stays as it is, but for a missed one that is due after all. */
  insert(slots: readonly SlotRecord[]): Promise<void>;
  /**
   * Takes up slots that are due, or whose lease has run out, the longest due first. What was written by a clock that
   * runs minutes ahead of `now` is not waited for: that clock was wrong.
   *
   * @param platforms whose slots are taken up; all of them where nothing is said.
   */
  claim(
    owner: string,
    now: number,
    lease: number,
    limit: number,
    platforms?: readonly string[],
  ): Promise<readonly Claim[]>;
  /** When the next slot can be taken up: now or in the past where one can already; undefined where none waits. */
  nextReadyAt(platforms?: readonly string[]): Promise<number | undefined>;
  /** @returns whether the claim still holds; then it holds until `until`, and `plan` is on record. */
  renew(claim: Claim, until: number, plan?: string): Promise<boolean>;
  /**
   * Records what became of it, with what the channel has seen, in one step; the plan is kept only where it goes on.
   *
   * @returns false where the claim was lost.
   */
  recordOutcome(claim: Claim, outcome: SlotOutcome, now: number): Promise<boolean>;
  /** Whether anything was ever sent for a schedule. */
  hasSent(tenant: Tenant, schedule: string): Promise<boolean>;
  /** A workspace's last slots, the newest first. */
  history(tenant: Tenant, limit: number): Promise<readonly SlotRecord[]>;
}

export interface SeenArticleStore {
  /** What a channel has seen: each article with the version it saw last. */
  list(tenant: Tenant, channel: string): Promise<readonly SeenArticle[]>;
}

/** The sentences of articles as they were, so that a change can be told. */
export interface ArticleVersionStore {
  save(version: string, article: string, sentences: readonly string[]): Promise<void>;
  sentences(version: string): Promise<readonly string[] | undefined>;
}

/** Small texts by key, encrypted by the caller. The key names the owner. */
export interface EncryptedSecretStore {
  get(key: string): Promise<string | undefined>;
  /** Any one of them; undefined where there is none. */
  any(): Promise<string | undefined>;
  set(key: string, encrypted: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Whose data is kept. What holds for a workspace holds for the conversations within it: `T1/D1` goes with `T1`. */
export interface TenantStore {
  /** Those of a platform that have data. */
  list(platform: string): Promise<readonly Tenant[]>;
  /** Notes that one has removed Onrecord, and pauses its schedules; its data is kept until it is purged. */
  suspend(tenant: Tenant, since: number): Promise<void>;
  /** Takes that back: its schedules go on. @returns whether it had been noted. */
  revive(tenant: Tenant, now: number): Promise<boolean>;
  /** Deletes the data of all that removed Onrecord at that instant or before. @returns whose that was. */
  purge(before: number): Promise<readonly Tenant[]>;
  /**
   * Records that one is welcomed, having installed Onrecord at that instant.
   *
   * @returns false if it has been welcomed since.
   */
  claimWelcome(tenant: Tenant, joined: number): Promise<boolean>;
  /** What is kept of exactly this one. */
  export(tenant: Tenant): Promise<WorkspaceExport>;
  /** Deletes the data of one at once. */
  forget(tenant: Tenant): Promise<void>;
}

/** Everything that is kept. */
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
