import { Migration } from '@mikro-orm/migrations';

export class Migration20261126064056_reach_policies extends Migration {

  override name = 'Migration20261126064056_reach_policies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "child_labour_case" enable row level security;`);
    this.addSql(`alter table "child_labour_case" force row level security;`);
    this.addSql(`create policy "reach" on "child_labour_case" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_labour_case.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_labour_case.student_id));`);

    this.addSql(`alter table "guardian_work_away" enable row level security;`);
    this.addSql(`alter table "guardian_work_away" force row level security;`);
    this.addSql(`create policy "reach" on "guardian_work_away" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_work_away.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_work_away.student_id));`);

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
    this.addSql(`drop policy "reach" on "child_labour_case";`);

    this.addSql(`drop policy "reach" on "guardian_work_away";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`alter table "child_labour_case" no force row level security;`);
    this.addSql(`alter table "child_labour_case" disable row level security;`);

    this.addSql(`alter table "guardian_work_away" no force row level security;`);
    this.addSql(`alter table "guardian_work_away" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);
  }

}
