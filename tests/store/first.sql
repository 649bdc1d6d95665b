-- What the first release made, with data in it. It is never changed: every later release has to open it.
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE "schedule" ("id" text primary key, "platform" text not null, "workspace" text not null, "channel" text not null, "time" text not null, "days" text not null, "zone" text not null, "length" text not null, "about" text, "empty" text not null, "grace" integer not null, "author" text not null, "created" bigint not null, "paused" bigint, "reason" text);
CREATE INDEX "schedule_tenant" on "schedule" ("platform", "workspace");
CREATE TABLE "slot" ("schedule" text not null, "day" text not null, "platform" text not null, "workspace" text not null, "channel" text not null, "due" bigint not null, "state" text not null, "late" integer not null, "manual" integer not null, "plan" text, "attempts" integer not null, "since" bigint not null, "retry" bigint, "found" text, "owner" text, "lease" bigint, "message" text, "reason" text, constraint "slot_key" primary key ("schedule", "day"));
CREATE INDEX "slot_state" on "slot" ("state", "due");
CREATE INDEX "slot_tenant" on "slot" ("platform", "workspace", "due");
CREATE TABLE "sighting" ("platform" text not null, "workspace" text not null, "channel" text not null, "article" text not null, "version" text not null, constraint "sighting_key" primary key ("platform", "workspace", "channel", "article"));
CREATE TABLE "version" ("version" text primary key, "article" text not null, "sentences" text not null);
INSERT INTO "kysely_migration" VALUES ('001-schedules', '2025-03-01T00:00:00.000Z');
INSERT INTO "kysely_migration_lock" VALUES ('migration_lock', 0);
INSERT INTO "schedule" VALUES ('s1', 'pigeon', 'loft', 'news', '07:30', '12345', 'Asia/Seoul', 'short', 'rivers', 'line', 6, 'kim', 1741564800000, NULL, NULL);
INSERT INTO "schedule" VALUES ('s2', 'pigeon', 'loft', 'sports', '18:00', '67', 'Europe/Berlin', 'full', NULL, 'nothing', 3, 'kim', 1741564800000, 1741600000000, 'The channel is archived.');
INSERT INTO "slot" VALUES ('s1', '2025-03-11', 'pigeon', 'loft', 'news', 1741645800000, 'sent', 0, 0, NULL, 1, 1741645801000, NULL, 'due', NULL, NULL, 'm1', NULL);
INSERT INTO "slot" VALUES ('s1', '2025-03-12', 'pigeon', 'loft', 'news', 1741732200000, 'sending', 0, 0, '{"content":{"day":"2025-03-12","length":"short","first":false,"fresh":[{"article":"river","version":"v2","before":"v1"}],"rest":[],"thread":1},"begun":1741732200000,"until":1741753800000,"next":0,"notes":[]}', 1, 1741732200000, NULL, 'due', 'process 1', 1741732260000, NULL, NULL);
INSERT INTO "slot" VALUES ('s1', 'now 2025-03-12 09:00', 'pigeon', 'loft', 'news', 1741770000000, 'uncertain', 0, 1, NULL, 2, 1741770100000, NULL, 'sending', NULL, NULL, NULL, 'It may have been posted, and is not posted again: Onrecord may not read there.');
INSERT INTO "sighting" VALUES ('pigeon', 'loft', 'news', 'river', 'v1');
INSERT INTO "version" VALUES ('v1', 'river', '["“One.”","Two."]');
