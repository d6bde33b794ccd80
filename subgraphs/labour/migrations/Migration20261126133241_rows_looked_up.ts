import { Migration } from '@mikro-orm/migrations';

export class Migration20261126133241_rows_looked_up extends Migration {
  override name = 'Migration20261126133241_rows_looked_up';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "child_labour_case";`);

    this.addSql(`drop policy "reach" on "guardian_work_away";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(
      `create policy "reach" on "child_labour_case" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_labour_case.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_labour_case.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "guardian_work_away" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_work_away.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_work_away.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "child_labour_case";`);

    this.addSql(`drop policy "reach" on "guardian_work_away";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(
      `create policy "reach" on "child_labour_case" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_labour_case.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_labour_case.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "guardian_work_away" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_work_away.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_work_away.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );
  }
}
