import { Migration } from '@mikro-orm/migrations';

export class Migration20261126065301_access_log extends Migration {
  override name = 'Migration20261126065301_access_log';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "access_log" ("writer" uuid not null, "seq" bigint not null, "at" timestamptz(3) not null, "entry" text not null, "students" text[] not null, "actor" text not null, "previous_hash" text not null, "hash" text not null, primary key ("writer", "seq"));`,
    );
    this.addSql(`create index "access_log_students_index" on "access_log" using gin ("students");`);
    this.addSql(`create index "access_log_actor_at_index" on "access_log" ("actor", "at");`);
    this.addSql(`create index "access_log_at_index" on "access_log" ("at");`);

    this.addSql(
      `create table "audit_head" ("agency" text not null, "writer" uuid not null, "seq" bigint not null, "hash" text not null, "at" timestamptz(3) not null, "key_id" text not null, "public_key" text not null, "signature" text not null, "received_at" timestamptz(3) not null default now(), primary key ("agency", "writer", "seq"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "access_log" cascade;`);
    this.addSql(`drop table if exists "audit_head" cascade;`);
  }
}
