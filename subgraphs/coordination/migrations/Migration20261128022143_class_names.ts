import { Migration } from '@mikro-orm/migrations';

export class Migration20261128022143_class_names extends Migration {
  override name = 'Migration20261128022143_class_names';

  override up(): void | Promise<void> {
    this.addSql(`alter table "school_age_entry" add "class_name" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "school_age_entry" drop column "class_name";`);
  }
}
