import { Migration } from '@mikro-orm/migrations';

export class Migration20261126180507_order_ladder extends Migration {
  override name = 'Migration20261126180507_order_ladder';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "administrative_hold_decision" ("id" bigserial primary key, "student_id" text not null, "case_number" text not null, "order_number" text not null, "item" text not null, "decision" text not null, "basis" text not null, "decided_by" text not null, "decided_on" date not null, "is_confirmed" boolean null, "review_basis" text null, "reviewed_by" text null, "reviewed_on" date null);`,
    );
    this.addSql(
      `create index "administrative_hold_decision_student_id_index" on "administrative_hold_decision" ("student_id");`,
    );
    this.addSql(
      `create index "administrative_hold_decision_case_number_index" on "administrative_hold_decision" ("case_number");`,
    );

    this.addSql(
      `create table "justified_reason" ("id" bigserial primary key, "student_id" text not null, "case_number" text not null, "kind" text not null, "basis" text not null, "valid_from" date not null, "valid_to" date not null, "recorded_by" text not null, "recorded_on" date not null);`,
    );
    this.addSql(`create index "justified_reason_student_id_index" on "justified_reason" ("student_id");`);
    this.addSql(`create index "justified_reason_case_number_index" on "justified_reason" ("case_number");`);

    this.addSql(
      `create table "order_series" ("issuer_code" text not null, "series" text not null, "last_number" int not null, primary key ("issuer_code", "series"));`,
    );

    this.addSql(
      `alter table "enforcement_order" add "issuer_code" text null, add "basis" text null, add "clause" text null, add "decided_by" text null, add "service_method" text null, add "received_by" text null, add "compliance_basis" text null, add "withdrawn_on" date null, add "withdrawal_reason" text null, add "version" int not null default 1;`,
    );

    this.addSql(`alter table "administrative_hold_decision" enable row level security;`);
    this.addSql(`alter table "administrative_hold_decision" force row level security;`);
    this.addSql(
      `create policy "reach" on "administrative_hold_decision" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = administrative_hold_decision.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = administrative_hold_decision.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "justified_reason" enable row level security;`);
    this.addSql(`alter table "justified_reason" force row level security;`);
    this.addSql(
      `create policy "reach" on "justified_reason" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = justified_reason.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = justified_reason.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "administrative_hold_decision" cascade;`);
    this.addSql(`drop table if exists "justified_reason" cascade;`);
    this.addSql(`drop table if exists "order_series" cascade;`);

    this.addSql(
      `alter table "enforcement_order" drop column "issuer_code", drop column "basis", drop column "clause", drop column "decided_by", drop column "service_method", drop column "received_by", drop column "compliance_basis", drop column "withdrawn_on", drop column "withdrawal_reason", drop column "version";`,
    );
  }
}
