import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { archive } from './archive/migration.ts';
import { feeds, hubs, hubsWithoutSecrets, withdrawn } from './feeds/migration.ts';

/** All migrations from an empty file to the current schema, by name; released migrations are never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-schedules': { up: schedules },
  '002-open-slots': { up: openSlots },
  '003-secrets': { up: secrets },
  '005-removals': { up: removals },
  '006-feeds': { up: feeds },
  '007-archive': { up: archive },
  '008-languages': { up: languages },
  '009-pictures': { up: pictures },
  '010-welcomes': { up: welcomes },
  '011-withdrawn': { up: withdrawn },
  '012-hubs': { up: hubs },
  '013-options': { up: options },
  '014-hubs-without-secrets': { up: hubsWithoutSecrets },
};

async function schedules(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('schedule')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('length', 'text', (column) => column.notNull())
    .addColumn('about', 'text')
    .addColumn('empty', 'text', (column) => column.notNull())
    .addColumn('grace', 'integer', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .addColumn('paused', 'bigint')
    .addColumn('reason', 'text')
    .execute();
  await schema.createIndex('schedule_tenant').on('schedule').columns(['platform', 'workspace']).execute();
  await schema
    .createTable('slot')
    .addColumn('schedule', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('late', 'integer', (column) => column.notNull())
    .addColumn('manual', 'integer', (column) => column.notNull())
    .addColumn('plan', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('retry', 'bigint')
    .addColumn('found', 'text')
    .addColumn('owner', 'text')
    .addColumn('lease', 'bigint')
    .addColumn('message', 'text')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('slot_key', ['schedule', 'day'])
    .execute();
  await schema.createIndex('slot_state').on('slot').columns(['state', 'due']).execute();
  await schema.createIndex('slot_tenant').on('slot').columns(['platform', 'workspace', 'due']).execute();
  await schema
    .createTable('sighting')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sighting_key', ['platform', 'workspace', 'channel', 'article'])
    .execute();
  await schema
    .createTable('version')
    .addColumn('version', 'text', (column) => column.primaryKey())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('sentences', 'text', (column) => column.notNull())
    .execute();
}

/** Adds an index of open slots, which are few among many closed ones. */
async function openSlots({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex('slot_open').on('slot').columns(['state', 'platform', 'due']).execute();
  await schema.dropIndex('slot_state').execute();
}

async function secrets({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('secret')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function languages({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('schedule').addColumn('language', 'text').execute();
}

async function pictures({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('schedule').addColumn('picture', 'text').execute();
}

async function options({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('schedule').addColumn('options', 'text').execute();
}

async function removals({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('removal')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('removal_key', ['platform', 'workspace'])
    .execute();
}

async function welcomes({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('welcome')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('joined', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('welcome_key', ['platform', 'workspace'])
    .execute();
}
