import { Migration } from '@mikro-orm/migrations';

export class Migration20261127195306_sheets_not_in extends Migration {
  override name = 'Migration20261127195306_sheets_not_in';

  override up(): void | Promise<void> {
    this.addSql(`alter table "observed_attendance" add "without_sheet" jsonb not null default '[]';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "observed_attendance" drop column "without_sheet";`);
  }
}
