import { Migration } from '@mikro-orm/migrations';

export class Migration20261126133241_rows_looked_up extends Migration {
  override name = 'Migration20261126133241_rows_looked_up';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "child_file";`);

    this.addSql(`drop policy "reach" on "child_guardian";`);

    this.addSql(`drop policy "reach" on "child_in_difficulty";`);

    this.addSql(`drop policy "reach" on "de_facto_unattended_child";`);

    this.addSql(`drop policy "reach" on "early_marriage_screening";`);

    this.addSql(`drop policy "reach" on "extreme_poverty_support";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "left_behind_child";`);

    this.addSql(`drop policy "reach" on "orphan";`);

    this.addSql(`drop policy "reach" on "parent_in_custody";`);

    this.addSql(`drop policy "reach" on "relief_payment";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(`drop policy "reach" on "subsistence_allowance";`);

    this.addSql(
      `create policy "reach" on "child_file" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_file.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_file.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "child_guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_guardian.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_guardian.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "child_in_difficulty" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_in_difficulty.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_in_difficulty.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "de_facto_unattended_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = de_facto_unattended_child.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = de_facto_unattended_child.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "early_marriage_screening" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = early_marriage_screening.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = early_marriage_screening.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "extreme_poverty_support" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = extreme_poverty_support.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = extreme_poverty_support.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "left_behind_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = left_behind_child.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = left_behind_child.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "orphan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = orphan.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = orphan.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "parent_in_custody" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_in_custody.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_in_custody.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "relief_payment" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relief_payment.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relief_payment.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "subsistence_allowance" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = subsistence_allowance.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = subsistence_allowance.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "child_file";`);

    this.addSql(`drop policy "reach" on "child_guardian";`);

    this.addSql(`drop policy "reach" on "child_in_difficulty";`);

    this.addSql(`drop policy "reach" on "de_facto_unattended_child";`);

    this.addSql(`drop policy "reach" on "early_marriage_screening";`);

    this.addSql(`drop policy "reach" on "extreme_poverty_support";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "left_behind_child";`);

    this.addSql(`drop policy "reach" on "orphan";`);

    this.addSql(`drop policy "reach" on "parent_in_custody";`);

    this.addSql(`drop policy "reach" on "relief_payment";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(`drop policy "reach" on "subsistence_allowance";`);

    this.addSql(
      `create policy "reach" on "child_file" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_file.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_file.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "child_guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_guardian.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_guardian.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "child_in_difficulty" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_in_difficulty.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_in_difficulty.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "de_facto_unattended_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = de_facto_unattended_child.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = de_facto_unattended_child.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "early_marriage_screening" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = early_marriage_screening.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = early_marriage_screening.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "extreme_poverty_support" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = extreme_poverty_support.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = extreme_poverty_support.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "left_behind_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = left_behind_child.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = left_behind_child.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "orphan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = orphan.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = orphan.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "parent_in_custody" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_in_custody.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_in_custody.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "relief_payment" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relief_payment.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relief_payment.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "subsistence_allowance" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = subsistence_allowance.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = subsistence_allowance.student_id));`,
    );
  }
}
