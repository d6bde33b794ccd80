import { Migration } from '@mikro-orm/migrations';

export class Migration20261127150037_pledges_corrected extends Migration {
  override name = 'Migration20261127150037_pledges_corrected';

  override up(): void | Promise<void> {
    this.addSql(`alter table "responsibility_pledge" add "version" int not null default 1;`);
    this.addSql(`alter table "responsibility_pledge" alter column "signed_on" drop not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "responsibility_pledge" drop column "version";`);
    this.addSql(`alter table "responsibility_pledge" alter column "signed_on" set not null;`);
  }
}
