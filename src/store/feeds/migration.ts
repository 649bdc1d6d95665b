import { type Kysely, sql } from 'kysely';

/** Feeds, subscriptions, and all items seen. */
export async function feeds(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('feed')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('site', 'text')
    .addColumn('etag', 'text')
    .addColumn('modified', 'text')
    .addColumn('next', 'bigint', (column) => column.notNull())
    .addColumn('answered', 'bigint')
    .addColumn('last_item', 'bigint')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('error_since', 'bigint')
    .addColumn('ended', 'bigint')
    .addColumn('moved', 'text')
    .addColumn('moved_since', 'bigint')
    .addColumn('primed', 'integer', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('lease', 'bigint')
    .execute();
  await schema.createIndex('feed_next').on('feed').columns(['next']).execute();
  await schema
    .createTable('subscription')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('include', 'text')
    .addColumn('exclude', 'text')
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .addColumn('paused', 'bigint')
    .addColumn('after', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscription_key', ['platform', 'workspace', 'channel', 'feed'])
    .execute();
  await schema.createIndex('subscription_feed').on('subscription').columns(['feed', 'platform', 'workspace']).execute();
  // Numbers are never reused: they record the progress of a channel.
  await sql`create table feed_item (
    seq integer primary key autoincrement, feed text not null, url text, title text not null, authors text not null,
    content text, published bigint not null, seen bigint not null, digest text not null, old integer not null,
    state text not null, attempts integer not null, retry bigint not null, owner text, lease bigint, article text)`.execute(
    database,
  );
  await schema.createIndex('feed_item_feed').on('feed_item').columns(['feed', 'seq']).execute();
  await schema.createIndex('feed_item_article').on('feed_item').columns(['article', 'feed']).execute();
  await sql`create index feed_item_pending on feed_item (retry) where state = 'pending'`.execute(database);
  await schema
    .createTable('feed_item_key')
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('item', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feed_item_key_key', ['feed', 'key'])
    .execute();
  await schema.createIndex('feed_item_key_item').on('feed_item_key').columns(['item']).execute();
}

/** Adds since when an item has been missing from its feed. */
export async function withdrawn({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('feed_item').addColumn('withdrawn', 'bigint').execute();
}

/** Adds subscriptions at the hubs of feeds. */
export async function hubs({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('hub')
    .addColumn('feed', 'text', (column) => column.primaryKey())
    .addColumn('hub', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.unique())
    .addColumn('secret', 'text')
    .addColumn('next', 'bigint', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('cancelled', 'bigint')
    .execute();
}

/** Secrets of hubs are now derived from the key: deletes those stored, and requests all subscriptions again. */
export async function hubsWithoutSecrets(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('hub').dropColumn('secret').execute();
  await sql`update hub set next = 0`.execute(database);
}
