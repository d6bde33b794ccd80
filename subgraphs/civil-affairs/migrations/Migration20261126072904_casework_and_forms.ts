import { Migration } from '@mikro-orm/migrations';

export class Migration20261126072904_casework_and_forms extends Migration {
  override name = 'Migration20261126072904_casework_and_forms';

  override up(): void | Promise<void> {
    this.addSql(`alter table "early_marriage_screening" add "follow_up" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "early_marriage_screening" drop column "follow_up";`);
  }
}
