import { Migration } from '@mikro-orm/migrations';

export class Migration20261126064057_reach_policies extends Migration {

  override name = 'Migration20261126064057_reach_policies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "dropout_case" enable row level security;`);
    this.addSql(`alter table "dropout_case" force row level security;`);
    this.addSql(`create policy "reach" on "dropout_case" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_case.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_case.student_id));`);

    this.addSql(`alter table "enforcement_order" enable row level security;`);
    this.addSql(`alter table "enforcement_order" force row level security;`);
    this.addSql(`create policy "reach" on "enforcement_order" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = enforcement_order.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = enforcement_order.student_id));`);

    this.addSql(`alter table "persuasion_visit" enable row level security;`);
    this.addSql(`alter table "persuasion_visit" force row level security;`);
    this.addSql(`create policy "reach" on "persuasion_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = persuasion_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = persuasion_visit.student_id));`);

    this.addSql(`alter table "plan_measure" enable row level security;`);
    this.addSql(`alter table "plan_measure" force row level security;`);
    this.addSql(`create policy "reach" on "plan_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id));`);

    this.addSql(`alter table "referral" enable row level security;`);
    this.addSql(`alter table "referral" force row level security;`);
    this.addSql(`create policy "reach" on "referral" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = referral.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = referral.student_id));`);

    this.addSql(`alter table "risk_assessment" enable row level security;`);
    this.addSql(`alter table "risk_assessment" force row level security;`);
    this.addSql(`create policy "reach" on "risk_assessment" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_assessment.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_assessment.student_id));`);

    this.addSql(`alter table "risk_factor" enable row level security;`);
    this.addSql(`alter table "risk_factor" force row level security;`);
    this.addSql(`create policy "reach" on "risk_factor" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_factor.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_factor.student_id));`);

    this.addSql(`alter table "school_age_entry" enable row level security;`);
    this.addSql(`alter table "school_age_entry" force row level security;`);
    this.addSql(`create policy "reach" on "school_age_entry" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_age_entry.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_age_entry.student_id));`);

    this.addSql(`alter table "screening_visit" enable row level security;`);
    this.addSql(`alter table "screening_visit" force row level security;`);
    this.addSql(`create policy "reach" on "screening_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = screening_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = screening_visit.student_id));`);

    this.addSql(`alter table "student_link" enable row level security;`);
    this.addSql(`alter table "student_link" force row level security;`);
    this.addSql(`create policy "reach" on "student_link" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_link.member_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_link.member_id));`);

    this.addSql(`alter table "student_scope" enable row level security;`);
    this.addSql(`alter table "student_scope" force row level security;`);
    this.addSql(`create policy "reach" on "student_scope" using ((select current_setting('hub.context', true)) = 'SERVICE' or (select pg_get_userbyid(relowner) from pg_class where oid = 'student_scope'::regclass) = current_user or (
    student_scope.kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and student_scope.code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[])
    or student_scope.kind in ('SCHOOL', 'CATCHMENT', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])
    or student_scope.kind in ('CLASS', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.classes', true), ','), ''))::text[])
  ) and coalesce(student_scope.valid_from <= (select nullif(current_setting('hub.today', true), '')::date), true) and coalesce(student_scope.valid_to >= (select nullif(current_setting('hub.today', true), '')::date), true)
  and coalesce(student_scope.canonical_id = (select nullif(current_setting('hub.only_student', true), '')), true)) with check ((select current_setting('hub.context', true)) = 'SERVICE');`);

    this.addSql(`alter table "support_plan" enable row level security;`);
    this.addSql(`alter table "support_plan" force row level security;`);
    this.addSql(`create policy "reach" on "support_plan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "dropout_case";`);

    this.addSql(`drop policy "reach" on "enforcement_order";`);

    this.addSql(`drop policy "reach" on "persuasion_visit";`);

    this.addSql(`drop policy "reach" on "plan_measure";`);

    this.addSql(`drop policy "reach" on "referral";`);

    this.addSql(`drop policy "reach" on "risk_assessment";`);

    this.addSql(`drop policy "reach" on "risk_factor";`);

    this.addSql(`drop policy "reach" on "school_age_entry";`);

    this.addSql(`drop policy "reach" on "screening_visit";`);

    this.addSql(`drop policy "reach" on "student_link";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`drop policy "reach" on "support_plan";`);

    this.addSql(`alter table "dropout_case" no force row level security;`);
    this.addSql(`alter table "dropout_case" disable row level security;`);

    this.addSql(`alter table "enforcement_order" no force row level security;`);
    this.addSql(`alter table "enforcement_order" disable row level security;`);

    this.addSql(`alter table "persuasion_visit" no force row level security;`);
    this.addSql(`alter table "persuasion_visit" disable row level security;`);

    this.addSql(`alter table "plan_measure" no force row level security;`);
    this.addSql(`alter table "plan_measure" disable row level security;`);

    this.addSql(`alter table "referral" no force row level security;`);
    this.addSql(`alter table "referral" disable row level security;`);

    this.addSql(`alter table "risk_assessment" no force row level security;`);
    this.addSql(`alter table "risk_assessment" disable row level security;`);

    this.addSql(`alter table "risk_factor" no force row level security;`);
    this.addSql(`alter table "risk_factor" disable row level security;`);

    this.addSql(`alter table "school_age_entry" no force row level security;`);
    this.addSql(`alter table "school_age_entry" disable row level security;`);

    this.addSql(`alter table "screening_visit" no force row level security;`);
    this.addSql(`alter table "screening_visit" disable row level security;`);

    this.addSql(`alter table "student_link" no force row level security;`);
    this.addSql(`alter table "student_link" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);

    this.addSql(`alter table "support_plan" no force row level security;`);
    this.addSql(`alter table "support_plan" disable row level security;`);
  }

}
