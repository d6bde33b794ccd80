import { Migration } from '@mikro-orm/migrations';

export class Migration20261126133241_rows_looked_up extends Migration {
  override name = 'Migration20261126133241_rows_looked_up';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "assistive_device";`);

    this.addSql(`drop policy "reach" on "disability_certificate";`);

    this.addSql(`drop policy "reach" on "home_medical_visit";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "parent_certificate";`);

    this.addSql(`drop policy "reach" on "placement_recommendation";`);

    this.addSql(`drop policy "reach" on "registered_child";`);

    this.addSql(`drop policy "reach" on "rehabilitation_service";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(
      `create policy "reach" on "assistive_device" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = assistive_device.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = assistive_device.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "disability_certificate" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = disability_certificate.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = disability_certificate.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "home_medical_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_medical_visit.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_medical_visit.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "parent_certificate" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_certificate.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_certificate.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "placement_recommendation" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = placement_recommendation.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = placement_recommendation.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "registered_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = registered_child.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = registered_child.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "rehabilitation_service" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = rehabilitation_service.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = rehabilitation_service.student_id collate "default" offset 0));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "assistive_device";`);

    this.addSql(`drop policy "reach" on "disability_certificate";`);

    this.addSql(`drop policy "reach" on "home_medical_visit";`);

    this.addSql(`drop policy "reach" on "imported_row";`);

    this.addSql(`drop policy "reach" on "parent_certificate";`);

    this.addSql(`drop policy "reach" on "placement_recommendation";`);

    this.addSql(`drop policy "reach" on "registered_child";`);

    this.addSql(`drop policy "reach" on "rehabilitation_service";`);

    this.addSql(`drop policy "reach" on "student_split";`);

    this.addSql(
      `create policy "reach" on "assistive_device" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = assistive_device.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = assistive_device.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "disability_certificate" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = disability_certificate.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = disability_certificate.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "home_medical_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_medical_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_medical_visit.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "parent_certificate" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_certificate.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_certificate.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "placement_recommendation" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = placement_recommendation.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = placement_recommendation.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "registered_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = registered_child.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = registered_child.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "rehabilitation_service" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = rehabilitation_service.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = rehabilitation_service.student_id));`,
    );

    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );
  }
}
