import { Migration } from '@mikro-orm/migrations';

export class Migration20261126133241_rows_looked_up extends Migration {
  override name = 'Migration20261126133241_rows_looked_up';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "poverty_household";`);

    this.addSql(`drop policy "reach" on "poverty_household_member";`);

    this.addSql(`drop policy "reach" on "poverty_measure";`);

    this.addSql(`drop policy "reach" on "relocation_household";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "poverty_household" using ((select current_setting('hub.context', true)) = 'SERVICE' or poverty_household.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from poverty_household_member child where child.household_code = poverty_household.code offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or poverty_household.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from poverty_household_member child where child.household_code = poverty_household.code offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "poverty_household_member" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_household_member.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_household_member.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "poverty_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_measure.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_measure.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "relocation_household" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_household.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_household.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "poverty_household";`);

    this.addSql(`drop policy "reach" on "poverty_household_member";`);

    this.addSql(`drop policy "reach" on "poverty_measure";`);

    this.addSql(`drop policy "reach" on "relocation_household";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "poverty_household" using ((select current_setting('hub.context', true)) = 'SERVICE' or poverty_household.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from poverty_household_member child where child.household_code = poverty_household.code)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or poverty_household.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from poverty_household_member child where child.household_code = poverty_household.code));`,
    );

    this.addSql(
      `create policy "reach" on "poverty_household_member" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_household_member.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_household_member.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "poverty_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_measure.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_measure.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "relocation_household" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_household.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_household.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );
  }
}
