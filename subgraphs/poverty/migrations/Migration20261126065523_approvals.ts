import { Migration } from '@mikro-orm/migrations';

export class Migration20261126065523_approvals extends Migration {
  override name = 'Migration20261126065523_approvals';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "approval" ("id" text not null, "level" text not null, "actor_kind" text not null, "actor" text not null, "purpose" text not null, "data_classes" text[] not null, "child_id" text null, "valid_from" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));`,
    );

    this.addSql(
      `create table "command" ("actor" text not null, "idempotency_key" text not null, "digest" text not null, "answer" jsonb null, "issued_at" timestamptz not null, primary key ("actor", "idempotency_key"));`,
    );
    this.addSql(`create index "command_issued_at_index" on "command" ("issued_at");`);

    this.addSql(
      `create table "daily_usage" ("kind" text not null, "actor" text not null, "day" date not null, "used" int not null, primary key ("kind", "actor", "day"));`,
    );

    this.addSql(
      `create table "delivered_child" ("actor" text not null, "day" date not null, "child_digest" text not null, primary key ("actor", "day", "child_digest"));`,
    );

    this.addSql(
      `create table "publication_state" ("topic" text not null, "version" bigint not null, "heard_at" timestamptz not null, primary key ("topic"));`,
    );

    this.addSql(
      `create table "security_alarm" ("kind" text not null, "actor" text not null, "day" date not null, "role" text not null, "purpose" text not null, "raised_at" timestamptz not null, primary key ("kind", "actor", "day"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "approval" cascade;`);
    this.addSql(`drop table if exists "command" cascade;`);
    this.addSql(`drop table if exists "daily_usage" cascade;`);
    this.addSql(`drop table if exists "delivered_child" cascade;`);
    this.addSql(`drop table if exists "publication_state" cascade;`);
    this.addSql(`drop table if exists "security_alarm" cascade;`);
  }
}
