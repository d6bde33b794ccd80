import { Migration } from '@mikro-orm/migrations';

export class Migration20261126065524_approvals extends Migration {
  override name = 'Migration20261126065524_approvals';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "access_approval" ("id" text not null, "level" text not null, "actor_kind" text not null, "actor" text not null, "purpose" text not null, "data_classes" text[] not null, "student_id" text null, "valid_from" timestamptz not null, "expires_at" timestamptz not null, "approved_by" text not null, "approver_role" text not null, "approved_on" date not null, "basis" text not null, "revoked_at" timestamptz null, "revoked_by" text null, "revocation_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "access_approval_student_id_index" on "access_approval" ("student_id");`);
    this.addSql(
      `create index "access_approval_approved_on_id_index" on "access_approval" ("approved_on", "id");`,
    );
    this.addSql(`create index "access_approval_expires_at_index" on "access_approval" ("expires_at");`);

    this.addSql(
      `create table "access_grant" ("id" text not null, "student_id" text not null, "grantee_kind" text not null, "grantee_code" text not null, "reason" text not null, "valid_from" date not null, "valid_to" date not null, "approved_by" text not null, "approver_role" text not null, "approved_on" date not null, "revoked_at" timestamptz null, "revoked_by" text null, "revocation_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "access_grant_student_id_index" on "access_grant" ("student_id");`);
    this.addSql(`create index "access_grant_valid_to_index" on "access_grant" ("valid_to");`);
    this.addSql(`create index "access_grant_approved_on_id_index" on "access_grant" ("approved_on", "id");`);

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
      `create table "publication" ("topic" text not null, "version" bigint not null, primary key ("topic"));`,
    );

    this.addSql(
      `create table "publication_state" ("topic" text not null, "version" bigint not null, "heard_at" timestamptz not null, primary key ("topic"));`,
    );

    this.addSql(
      `create table "security_alarm" ("kind" text not null, "actor" text not null, "day" date not null, "role" text not null, "purpose" text not null, "raised_at" timestamptz not null, primary key ("kind", "actor", "day"));`,
    );

    this.addSql(`alter table "access_approval" enable row level security;`);
    this.addSql(`alter table "access_approval" force row level security;`);
    this.addSql(
      `create policy "reach" on "access_approval" using (access_approval.student_id is null or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_approval.student_id)) with check (access_approval.student_id is null or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_approval.student_id));`,
    );

    this.addSql(`alter table "access_grant" enable row level security;`);
    this.addSql(`alter table "access_grant" force row level security;`);
    this.addSql(
      `create policy "reach" on "access_grant" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_grant.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_grant.student_id));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "access_approval" cascade;`);
    this.addSql(`drop table if exists "access_grant" cascade;`);
    this.addSql(`drop table if exists "approval" cascade;`);
    this.addSql(`drop table if exists "command" cascade;`);
    this.addSql(`drop table if exists "daily_usage" cascade;`);
    this.addSql(`drop table if exists "delivered_child" cascade;`);
    this.addSql(`drop table if exists "publication" cascade;`);
    this.addSql(`drop table if exists "publication_state" cascade;`);
    this.addSql(`drop table if exists "security_alarm" cascade;`);
  }
}
