import type { ArchiveSchema } from './archive/schema.ts';
import type { FeedSchema } from './feeds/schema.ts';

/**
 * The tables, with types that SQLite and PostgreSQL share: text, and integers for times (milliseconds since 1970, UTC)
 * and booleans.
 */
export interface Schema extends FeedSchema, ArchiveSchema {
  readonly schedule: ScheduleTable;
  readonly slot: SlotTable;
  readonly sighting: SightingTable;
  readonly version: VersionTable;
  readonly secret: SecretTable;
  readonly removal: RemovalTable;
  readonly welcome: WelcomeTable;
}

interface TenantColumns {
  readonly platform: string;
  readonly workspace: string;
}

export interface ScheduleTable extends TenantColumns {
  readonly id: string;
  readonly channel: string;
  /** `07:30` */
  readonly time: string;
  /** `12345` for Monday to Friday. */
  readonly days: string;
  readonly zone: string;
  readonly length: string;
  readonly about: string | null;
  readonly language: string | null;
  readonly picture: string | null;
  readonly empty: string;
  /** In hours. */
  readonly grace: number;
  /** JSON of the options that have no column. */
  readonly options: string | null;
  readonly author: string;
  /** No earlier slot is due: the time when it was created or resumed. */
  readonly created: number;
  readonly paused: number | null;
  readonly reason: string | null;
}

/** One row for each schedule and day: its uniqueness ensures that nothing is posted twice. */
export interface SlotTable extends TenantColumns {
  readonly schedule: string;
  readonly day: string;
  readonly channel: string;
  readonly due: number;
  readonly state: string;
  readonly late: number;
  readonly manual: number;
  readonly plan: string | null;
  readonly attempts: number;
  readonly since: number;
  readonly retry: number | null;
  /** The state in which it was last claimed. */
  readonly found: string | null;
  readonly owner: string | null;
  /** The end of the lease of its owner. */
  readonly lease: number | null;
  readonly message: string | null;
  readonly reason: string | null;
}

export interface SightingTable extends TenantColumns {
  readonly channel: string;
  readonly article: string;
  readonly version: string;
}

/** One row for each tenant that has removed Onrecord, until its data is deleted or it returns. */
export interface RemovalTable extends TenantColumns {
  readonly since: number;
}

/** One row for each tenant that has been welcomed since it installed Onrecord. */
export interface WelcomeTable extends TenantColumns {
  /** When it installed Onrecord. */
  readonly joined: number;
}

export interface VersionTable {
  readonly version: string;
  readonly article: string;
  /** JSON: an array of texts. */
  readonly sentences: string;
}

export interface SecretTable {
  readonly key: string;
  /** Encrypted. */
  readonly value: string;
}
