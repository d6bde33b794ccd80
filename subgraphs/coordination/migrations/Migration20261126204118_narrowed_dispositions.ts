import { Migration } from '@mikro-orm/migrations';

export class Migration20261126204118_narrowed_dispositions extends Migration {
  override name = 'Migration20261126204118_narrowed_dispositions';

  override up(): void | Promise<void> {
    this.addSql(`alter table "disposition_record" add "narrowed_on" date null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "disposition_record" drop column "narrowed_on";`);
  }
}
