import { Migration } from '@mikro-orm/migrations';

export class Migration20261126064056_reach_policies extends Migration {

  override name = 'Migration20261126064056_reach_policies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "poverty_household" enable row level security;`);
    this.addSql(`alter table "poverty_household" force row level security;`);
    this.addSql(`create policy "reach" on "poverty_household" using ((select current_setting('hub.context', true)) = 'SERVICE' or poverty_household.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from poverty_household_member child where child.household_code = poverty_household.code)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or poverty_household.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from poverty_household_member child where child.household_code = poverty_household.code));`);

    this.addSql(`alter table "poverty_household_member" enable row level security;`);
    this.addSql(`alter table "poverty_household_member" force row level security;`);
    this.addSql(`create policy "reach" on "poverty_household_member" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_household_member.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_household_member.student_id));`);

    this.addSql(`alter table "poverty_measure" enable row level security;`);
    this.addSql(`alter table "poverty_measure" force row level security;`);
    this.addSql(`create policy "reach" on "poverty_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_measure.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_measure.student_id));`);

    this.addSql(`alter table "relocation_household" enable row level security;`);
    this.addSql(`alter table "relocation_household" force row level security;`);
    this.addSql(`create policy "reach" on "relocation_household" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_household.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_household.student_id));`);

    this.addSql(`alter table "student_scope" enable row level security;`);
    this.addSql(`alter table "student_scope" force row level security;`);
    this.addSql(`create policy "reach" on "student_scope" using ((select current_setting('hub.context', true)) = 'SERVICE' or (select pg_get_userbyid(relowner) from pg_class where oid = 'student_scope'::regclass) = current_user or (
    student_scope.kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and student_scope.code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[])
    or student_scope.kind in ('SCHOOL', 'CATCHMENT', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])
    or student_scope.kind in ('CLASS', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.classes', true), ','), ''))::text[])
  ) and coalesce(student_scope.valid_from <= (select nullif(current_setting('hub.today', true), '')::date), true) and coalesce(student_scope.valid_to >= (select nullif(current_setting('hub.today', true), '')::date), true)
  and coalesce(student_scope.canonical_id = (select nullif(current_setting('hub.only_student', true), '')), true)) with check ((select current_setting('hub.context', true)) = 'SERVICE');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "poverty_household";`);

    this.addSql(`drop policy "reach" on "poverty_household_member";`);

    this.addSql(`drop policy "reach" on "poverty_measure";`);

    this.addSql(`drop policy "reach" on "relocation_household";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`alter table "poverty_household" no force row level security;`);
    this.addSql(`alter table "poverty_household" disable row level security;`);

    this.addSql(`alter table "poverty_household_member" no force row level security;`);
    this.addSql(`alter table "poverty_household_member" disable row level security;`);

    this.addSql(`alter table "poverty_measure" no force row level security;`);
    this.addSql(`alter table "poverty_measure" disable row level security;`);

    this.addSql(`alter table "relocation_household" no force row level security;`);
    this.addSql(`alter table "relocation_household" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);
  }

}
