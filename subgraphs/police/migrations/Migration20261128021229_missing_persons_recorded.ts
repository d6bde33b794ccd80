import { Migration } from '@mikro-orm/migrations';

export class Migration20261128021229_missing_persons_recorded extends Migration {
  override name = 'Migration20261128021229_missing_persons_recorded';

  override up(): void | Promise<void> {
    this.addSql(`alter table "missing_person_determination" add "recorded_by" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "missing_person_determination" drop column "recorded_by";`);
  }
}
