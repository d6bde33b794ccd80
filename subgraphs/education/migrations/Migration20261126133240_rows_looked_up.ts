import { Migration } from '@mikro-orm/migrations';

export class Migration20261126133240_rows_looked_up extends Migration {
  override name = 'Migration20261126133240_rows_looked_up';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "absence";`);

    this.addSql(`drop policy "reach" on "aid_award";`);

    this.addSql(`drop policy "reach" on "approved_absence";`);

    this.addSql(`drop policy "reach" on "education_placement";`);

    this.addSql(`drop policy "reach" on "guardian_contact";`);

    this.addSql(`drop policy "reach" on "home_teaching_visit";`);

    this.addSql(`drop policy "reach" on "home_visit";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "listed_child";`);

    this.addSql(`drop policy "reach" on "pairing";`);

    this.addSql(`drop policy "reach" on "roll_call_finding";`);

    this.addSql(`drop policy "reach" on "school_guardian";`);

    this.addSql(`drop policy "reach" on "status_change";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(`drop policy "reach" on "student_status";`);

    this.addSql(`drop policy "reach" on "study_elsewhere";`);

    this.addSql(
      `create policy "reach" on "absence" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = absence.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = absence.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "aid_award" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = aid_award.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = aid_award.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "approved_absence" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = approved_absence.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = approved_absence.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "education_placement" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = education_placement.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = education_placement.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "guardian_contact" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_contact.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_contact.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "home_teaching_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_teaching_visit.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_teaching_visit.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "home_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_visit.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_visit.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "listed_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = listed_child.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = listed_child.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "pairing" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = pairing.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = pairing.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "roll_call_finding" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roll_call_finding.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roll_call_finding.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "school_guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_guardian.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_guardian.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "status_change" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = status_change.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = status_change.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_status" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_status.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_status.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "study_elsewhere" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = study_elsewhere.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = study_elsewhere.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "absence";`);

    this.addSql(`drop policy "reach" on "aid_award";`);

    this.addSql(`drop policy "reach" on "approved_absence";`);

    this.addSql(`drop policy "reach" on "education_placement";`);

    this.addSql(`drop policy "reach" on "guardian_contact";`);

    this.addSql(`drop policy "reach" on "home_teaching_visit";`);

    this.addSql(`drop policy "reach" on "home_visit";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "listed_child";`);

    this.addSql(`drop policy "reach" on "pairing";`);

    this.addSql(`drop policy "reach" on "roll_call_finding";`);

    this.addSql(`drop policy "reach" on "school_guardian";`);

    this.addSql(`drop policy "reach" on "status_change";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(`drop policy "reach" on "student_status";`);

    this.addSql(`drop policy "reach" on "study_elsewhere";`);

    this.addSql(
      `create policy "reach" on "absence" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = absence.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = absence.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "aid_award" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = aid_award.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = aid_award.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "approved_absence" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = approved_absence.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = approved_absence.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "education_placement" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = education_placement.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = education_placement.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "guardian_contact" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_contact.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_contact.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "home_teaching_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_teaching_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_teaching_visit.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "home_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_visit.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "listed_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = listed_child.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = listed_child.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "pairing" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = pairing.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = pairing.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "roll_call_finding" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roll_call_finding.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roll_call_finding.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "school_guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_guardian.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_guardian.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "status_change" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = status_change.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = status_change.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_status" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_status.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_status.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "study_elsewhere" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = study_elsewhere.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = study_elsewhere.student_id));`,
    );
  }
}
