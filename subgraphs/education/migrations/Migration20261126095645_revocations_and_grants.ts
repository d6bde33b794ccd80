import { Migration } from '@mikro-orm/migrations';

export class Migration20261126095645_revocations_and_grants extends Migration {
  override name = 'Migration20261126095645_revocations_and_grants';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "revocation" ("kind" text not null, "holder" text not null, "revoked_until" timestamptz not null, primary key ("kind", "holder"));`,
    );

    this.addSql(`drop policy "reach" on "student_scope";`);

    this
      .addSql(`create policy "reach" on "student_scope" using ((select current_setting('hub.context', true)) = 'SERVICE' or (select pg_get_userbyid(relowner) from pg_class where oid = 'student_scope'::regclass) = current_user or (
    student_scope.kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and student_scope.code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[])
      and (student_scope.kind <> 'GRANT' or student_scope.code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})\$')
    or student_scope.kind in ('SCHOOL', 'CATCHMENT', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])
    or student_scope.kind in ('CLASS', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.classes', true), ','), ''))::text[])
  ) and coalesce(student_scope.valid_from <= (select nullif(current_setting('hub.today', true), '')::date), true) and coalesce(student_scope.valid_to >= (select nullif(current_setting('hub.today', true), '')::date), true)
  and coalesce(student_scope.canonical_id = (select nullif(current_setting('hub.only_student', true), '')), true)) with check ((select current_setting('hub.context', true)) = 'SERVICE');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "revocation" cascade;`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this
      .addSql(`create policy "reach" on "student_scope" using ((select current_setting('hub.context', true)) = 'SERVICE' or (select pg_get_userbyid(relowner) from pg_class where oid = 'student_scope'::regclass) = current_user or (
    student_scope.kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and student_scope.code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[])
    or student_scope.kind in ('SCHOOL', 'CATCHMENT', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])
    or student_scope.kind in ('CLASS', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.classes', true), ','), ''))::text[])
  ) and coalesce(student_scope.valid_from <= (select nullif(current_setting('hub.today', true), '')::date), true) and coalesce(student_scope.valid_to >= (select nullif(current_setting('hub.today', true), '')::date), true)
  and coalesce(student_scope.canonical_id = (select nullif(current_setting('hub.only_student', true), '')), true)) with check ((select current_setting('hub.context', true)) = 'SERVICE');`);
  }
}
