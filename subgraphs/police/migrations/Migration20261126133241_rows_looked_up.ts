import { Migration } from '@mikro-orm/migrations';

export class Migration20261126133241_rows_looked_up extends Migration {
  override name = 'Migration20261126133241_rows_looked_up';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "border_exit";`);

    this.addSql(`drop policy "reach" on "floating_population_record";`);

    this.addSql(`drop policy "reach" on "guardian";`);

    this.addSql(`drop policy "reach" on "household";`);

    this.addSql(`drop policy "reach" on "household_member";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "legal_custody";`);

    this.addSql(`drop policy "reach" on "missing_person_determination";`);

    this.addSql(`drop policy "reach" on "police_action";`);

    this.addSql(`drop policy "reach" on "residence_permit";`);

    this.addSql(`drop policy "reach" on "resident";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(
      `create policy "reach" on "border_exit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = border_exit.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = border_exit.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "floating_population_record" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = floating_population_record.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = floating_population_record.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "household" using ((select current_setting('hub.context', true)) = 'SERVICE' or household.address_division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from resident child where child.household_id = household.household_id offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or household.address_division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from resident child where child.household_id = household.household_id offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "household_member" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from household where household.household_id = household_member.household_id offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from household where household.household_id = household_member.household_id offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "legal_custody" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = legal_custody.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = legal_custody.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "missing_person_determination" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = missing_person_determination.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = missing_person_determination.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "police_action" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = police_action.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = police_action.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "residence_permit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = residence_permit.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = residence_permit.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "resident" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = resident.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = resident.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "border_exit";`);

    this.addSql(`drop policy "reach" on "floating_population_record";`);

    this.addSql(`drop policy "reach" on "guardian";`);

    this.addSql(`drop policy "reach" on "household";`);

    this.addSql(`drop policy "reach" on "household_member";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "legal_custody";`);

    this.addSql(`drop policy "reach" on "missing_person_determination";`);

    this.addSql(`drop policy "reach" on "police_action";`);

    this.addSql(`drop policy "reach" on "residence_permit";`);

    this.addSql(`drop policy "reach" on "resident";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(
      `create policy "reach" on "border_exit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = border_exit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = border_exit.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "floating_population_record" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = floating_population_record.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = floating_population_record.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "household" using ((select current_setting('hub.context', true)) = 'SERVICE' or household.address_division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from resident child where child.household_id = household.household_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or household.address_division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from resident child where child.household_id = household.household_id));`,
    );

    this.addSql(
      `create policy "reach" on "household_member" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from household where household.household_id = household_member.household_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from household where household.household_id = household_member.household_id));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "legal_custody" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = legal_custody.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = legal_custody.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "missing_person_determination" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = missing_person_determination.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = missing_person_determination.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "police_action" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = police_action.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = police_action.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "residence_permit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = residence_permit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = residence_permit.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "resident" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = resident.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = resident.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );
  }
}
