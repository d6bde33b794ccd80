import { Migration } from '@mikro-orm/migrations';

export class Migration20261126072905_casework_and_forms extends Migration {
  override name = 'Migration20261126072905_casework_and_forms';

  override up(): void | Promise<void> {
    this.addSql(`alter table "disability_certificate" add "state" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "disability_certificate" drop column "state";`);
  }
}
