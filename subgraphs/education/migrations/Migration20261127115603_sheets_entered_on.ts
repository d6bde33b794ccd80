import { Migration } from '@mikro-orm/migrations';

export class Migration20261127115603_sheets_entered_on extends Migration {
  override name = 'Migration20261127115603_sheets_entered_on';

  override up(): void | Promise<void> {
    this.addSql(`alter table "attendance_sheet" add "entered_on" date null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "attendance_sheet" drop column "entered_on";`);
  }
}
