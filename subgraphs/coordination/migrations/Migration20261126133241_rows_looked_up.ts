import { Migration } from '@mikro-orm/migrations';

export class Migration20261126133241_rows_looked_up extends Migration {
  override name = 'Migration20261126133241_rows_looked_up';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "access_approval";`);

    this.addSql(`drop policy "reach" on "access_grant";`);

    this.addSql(`drop policy "reach" on "class_ledger_entry";`);

    this.addSql(`drop policy "reach" on "dropout_case";`);

    this.addSql(`drop policy "reach" on "enforcement_order";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "persuasion_visit";`);

    this.addSql(`drop policy "reach" on "plan_measure";`);

    this.addSql(`drop policy "reach" on "referral";`);

    this.addSql(`drop policy "reach" on "risk_assessment";`);

    this.addSql(`drop policy "reach" on "risk_factor";`);

    this.addSql(`drop policy "reach" on "school_age_entry";`);

    this.addSql(`drop policy "reach" on "screening_visit";`);

    this.addSql(`drop policy "reach" on "student_link";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(`drop policy "reach" on "support_plan";`);

    this.addSql(
      `create policy "reach" on "access_approval" using (access_approval.student_id is null or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_approval.student_id collate "default" offset 0)) with check (access_approval.student_id is null or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_approval.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "access_grant" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_grant.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_grant.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "class_ledger_entry" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = class_ledger_entry.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = class_ledger_entry.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "dropout_case" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_case.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_case.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "enforcement_order" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = enforcement_order.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = enforcement_order.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "persuasion_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = persuasion_visit.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = persuasion_visit.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "plan_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "referral" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = referral.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = referral.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "risk_assessment" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_assessment.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_assessment.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "risk_factor" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_factor.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_factor.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "school_age_entry" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_age_entry.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_age_entry.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "screening_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = screening_visit.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = screening_visit.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_link" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_link.member_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_link.member_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "support_plan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "access_approval";`);

    this.addSql(`drop policy "reach" on "access_grant";`);

    this.addSql(`drop policy "reach" on "class_ledger_entry";`);

    this.addSql(`drop policy "reach" on "dropout_case";`);

    this.addSql(`drop policy "reach" on "enforcement_order";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "persuasion_visit";`);

    this.addSql(`drop policy "reach" on "plan_measure";`);

    this.addSql(`drop policy "reach" on "referral";`);

    this.addSql(`drop policy "reach" on "risk_assessment";`);

    this.addSql(`drop policy "reach" on "risk_factor";`);

    this.addSql(`drop policy "reach" on "school_age_entry";`);

    this.addSql(`drop policy "reach" on "screening_visit";`);

    this.addSql(`drop policy "reach" on "student_link";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(`drop policy "reach" on "support_plan";`);

    this.addSql(
      `create policy "reach" on "access_approval" using (access_approval.student_id is null or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_approval.student_id)) with check (access_approval.student_id is null or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_approval.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "access_grant" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_grant.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_grant.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "class_ledger_entry" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = class_ledger_entry.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = class_ledger_entry.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "dropout_case" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_case.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_case.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "enforcement_order" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = enforcement_order.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = enforcement_order.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "persuasion_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = persuasion_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = persuasion_visit.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "plan_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "referral" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = referral.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = referral.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "risk_assessment" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_assessment.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_assessment.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "risk_factor" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_factor.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_factor.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "school_age_entry" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_age_entry.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_age_entry.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "screening_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = screening_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = screening_visit.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_link" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_link.member_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_link.member_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "support_plan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id));`,
    );
  }
}
