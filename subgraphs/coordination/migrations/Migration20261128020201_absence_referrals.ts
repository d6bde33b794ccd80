import { Migration } from '@mikro-orm/migrations';

export class Migration20261128020201_absence_referrals extends Migration {
  override name = 'Migration20261128020201_absence_referrals';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "school_age_entry" add "absent_since" date null, add "absence_told_to" jsonb null;`,
    );
    this.addSql(`create index "school_age_entry_absent_since_index" on "school_age_entry" ("absent_since");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "school_age_entry_absent_since_index";`);
    this.addSql(`alter table "school_age_entry" drop column "absent_since", drop column "absence_told_to";`);
  }
}
