import { Migration } from '@mikro-orm/migrations';

export class Migration20261127172021_records_in_ranges extends Migration {
  override name = 'Migration20261127172021_records_in_ranges';

  override up(): void | Promise<void> {
    this.addSql(`alter table "comparison_record" drop constraint "comparison_record_pkey";`);
    this.addSql(
      `alter table "comparison_record" add primary key ("run_id", "canonical_id", "from", "is_leftover");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "comparison_record" drop constraint "comparison_record_pkey";`);
    this.addSql(`alter table "comparison_record" add primary key ("run_id", "canonical_id");`);
  }
}
