import { Migration } from '@mikro-orm/migrations';

export class Migration20261127185110_indicator_months extends Migration {
  override name = 'Migration20261127185110_indicator_months';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "indicator_month" ("month" text not null, "place" text not null, "division_code" text not null, "school_code" text null, "run_id" text not null, "as_of" timestamptz not null, "figures" jsonb not null, primary key ("month", "place"));`,
    );

    this.addSql(`alter table "indicator_month" enable row level security;`);
    this.addSql(`alter table "indicator_month" force row level security;`);
    this.addSql(
      `create policy "reach" on "indicator_month" using ((select current_setting('hub.context', true)) = 'SERVICE' or indicator_month.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or indicator_month.school_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or indicator_month.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or indicator_month.school_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "indicator_month" cascade;`);
  }
}
