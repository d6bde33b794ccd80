import { Migration } from '@mikro-orm/migrations';

export class Migration20261126135731_comparison_runs extends Migration {
  override name = 'Migration20261126135731_comparison_runs';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "change";`);

    this.addSql(`drop policy "reach" on "roster_row";`);

    this.addSql(
      `create policy "reach" on "change" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = change.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = change.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "roster_pin" add "places" jsonb not null;`);

    this.addSql(
      `create policy "reach" on "roster_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roster_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roster_row.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "reach" on "change";`);

    this.addSql(`drop policy "reach" on "roster_row";`);

    this.addSql(
      `create policy "reach" on "change" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = change.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = change.student_id));`,
    );

    this.addSql(`alter table "roster_pin" drop column "places";`);

    this.addSql(
      `create policy "reach" on "roster_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roster_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roster_row.student_id));`,
    );
  }
}
