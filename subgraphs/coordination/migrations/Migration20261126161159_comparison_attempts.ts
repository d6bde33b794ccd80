import { Migration } from '@mikro-orm/migrations';

export class Migration20261126161159_comparison_attempts extends Migration {
  override name = 'Migration20261126161159_comparison_attempts';

  override up(): void | Promise<void> {
    this.addSql(`alter table "comparison_range" add "attempt" uuid null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "comparison_range" drop column "attempt";`);
  }
}
