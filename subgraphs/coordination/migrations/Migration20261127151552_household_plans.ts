import { Migration } from '@mikro-orm/migrations';

export class Migration20261127151552_household_plans extends Migration {
  override name = 'Migration20261127151552_household_plans';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "support_plan_child" ("id" bigserial primary key, "student_id" text not null, "plan_number" text not null, "case_number" text null, "basis" text not null, "joined_on" date not null, "joined_by" text not null, "left_on" date null, "left_by" text null);`,
    );
    this.addSql(`create index "support_plan_child_student_id_index" on "support_plan_child" ("student_id");`);
    this.addSql(
      `create index "support_plan_child_plan_number_index" on "support_plan_child" ("plan_number");`,
    );
    this.addSql(
      `create index "support_plan_child_case_number_index" on "support_plan_child" ("case_number");`,
    );

    this.addSql(`drop policy "reach" on "plan_measure";`);

    this.addSql(`drop policy "reach" on "support_plan";`);

    this.addSql(
      `create policy "reach" on "plan_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id collate "default" offset 0) or exists (select from support_plan plan where plan.plan_number = plan_measure.plan_number offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id collate "default" offset 0) or exists (select from support_plan plan where plan.plan_number = plan_measure.plan_number offset 0));`,
    );

    this.addSql(`alter table "support_plan" add "child_count" int not null default 1;`);
    this.addSql(
      `create policy "reach" on "support_plan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id collate "default" offset 0) or exists (select from support_plan_child joined where joined.plan_number = support_plan.plan_number and joined.left_on is null offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "support_plan_child" enable row level security;`);
    this.addSql(`alter table "support_plan_child" force row level security;`);
    this.addSql(
      `create policy "reach" on "support_plan_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan_child.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan_child.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "plan_measure";`);

    this.addSql(`drop policy "reach" on "support_plan";`);

    this.addSql(
      `create policy "reach" on "plan_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "support_plan" drop column "child_count";`);
    this.addSql(
      `create policy "reach" on "support_plan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id collate "default" offset 0));`,
    );

    // Last: until then a policy reads it.
    this.addSql(`drop table if exists "support_plan_child" cascade;`);
  }
}
