import { Migration } from '@mikro-orm/migrations';

export class Migration20261127120826_pledges extends Migration {
  override name = 'Migration20261127120826_pledges';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "responsibility_pledge" ("id" text not null, "academic_year" int not null, "place_code" text not null, "division_code" text not null, "signed_on" date not null, "document_number" text null, "recorded_by" text not null, "recorded_on" date not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "responsibility_pledge_academic_year_index" on "responsibility_pledge" ("academic_year");`,
    );

    this.addSql(`alter table "responsibility_pledge" enable row level security;`);
    this.addSql(`alter table "responsibility_pledge" force row level security;`);
    this.addSql(
      `create policy "reach" on "responsibility_pledge" using ((select current_setting('hub.context', true)) = 'SERVICE' or responsibility_pledge.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or responsibility_pledge.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or responsibility_pledge.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or responsibility_pledge.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "responsibility_pledge" cascade;`);
  }
}
