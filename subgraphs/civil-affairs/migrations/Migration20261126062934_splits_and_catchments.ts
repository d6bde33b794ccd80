import { Migration } from '@mikro-orm/migrations';

export class Migration20261126062934_splits_and_catchments extends Migration {
  override name = 'Migration20261126062934_splits_and_catchments';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "student_split" ("source_key" text not null, "student_id" text not null, "number_id" text not null, "grounds" text[] not null, primary key ("source_key"));`,
    );
    this.addSql(
      `alter table "student_split" add constraint "student_split_student_id_unique" unique ("student_id");`,
    );
    this.addSql(`create index "student_split_number_id_index" on "student_split" ("number_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "student_split" cascade;`);
  }
}
