import { Migration } from '@mikro-orm/migrations';

export class Migration20261126072906_casework_and_forms extends Migration {
  override name = 'Migration20261126072906_casework_and_forms';

  override up(): void | Promise<void> {
    this.addSql(`alter table "dropout_case" add "task_team" text[] null;`);

    this.addSql(
      `create index "screening_visit_visited_on_id_index" on "screening_visit" ("visited_on", "id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "dropout_case" drop column "task_team";`);

    this.addSql(`drop index "screening_visit_visited_on_id_index";`);
  }
}
