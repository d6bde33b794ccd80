import { Migration } from '@mikro-orm/migrations';

export class Migration20261126182032_duties extends Migration {
  override name = 'Migration20261126182032_duties';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "accountability_record" ("id" text not null, "inspection_id" text not null, "kind" text not null, "body" text not null, "post" text not null, "decided_on" date not null, "document_number" text not null, "place_code" text not null, "division_code" text not null, "recorded_by" text not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "accountability_record_inspection_id_index" on "accountability_record" ("inspection_id");`,
    );

    this.addSql(
      `create table "duty_record" ("id" text not null, "duty" text not null, "kind" text not null, "body" text not null, "period" text not null, "period_from" date not null, "place_kind" text not null, "place_code" text not null, "division_code" text not null, "first_submitted_on" date not null, "submitted_on" date not null, "submitted_by" text not null, "evidence_kind" text not null, "evidence_number" text not null, "evidence_issuer" text not null, "evidence_date" date not null, "evidence_sha256" text null, "figures" jsonb not null, "note" text null, "last_step" text not null, "signed_off_on" date null, "signed_off_by" text null, "returns" jsonb not null, "version" int not null, primary key ("id"));`,
    );
    this.addSql(`create index "duty_record_period_from_index" on "duty_record" ("period_from");`);

    this.addSql(
      `create table "follow_up" ("id" text not null, "origin" text not null, "origin_id" text not null, "position" int not null, "text" text not null, "body" text not null, "place_code" text not null, "division_code" text not null, "due_on" date not null, "done_on" date null, "done_by" text null, "document_number" text null, primary key ("id"));`,
    );
    this.addSql(`create index "follow_up_origin_id_index" on "follow_up" ("origin_id");`);
    this.addSql(`create index "follow_up_due_on_id_index" on "follow_up" ("due_on", "id");`);

    this.addSql(
      `create table "inspection" ("id" text not null, "kind" text not null, "mode" text not null, "inspected_on" date not null, "place_kind" text not null, "place_code" text not null, "place_name" text not null, "division_code" text not null, "checked_data" boolean not null, "notice_number" text null, "recorded_by" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "inspection_inspected_on_id_index" on "inspection" ("inspected_on", "id");`);

    this.addSql(
      `create table "meeting" ("id" text not null, "kind" text not null, "held_on" date not null, "division_code" text not null, "bodies" text[] not null, "minutes_number" text not null, "recorded_by" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "meeting_held_on_id_index" on "meeting" ("held_on", "id");`);

    this.addSql(
      `create table "school_site" ("code" text not null, "name" text not null, "division_code" text not null, primary key ("code"));`,
    );

    this.addSql(`alter table "accountability_record" enable row level security;`);
    this.addSql(`alter table "accountability_record" force row level security;`);
    this.addSql(
      `create policy "reach" on "accountability_record" using ((select current_setting('hub.context', true)) = 'SERVICE' or accountability_record.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or accountability_record.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or accountability_record.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or accountability_record.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]));`,
    );

    this.addSql(`alter table "duty_record" enable row level security;`);
    this.addSql(`alter table "duty_record" force row level security;`);
    this.addSql(
      `create policy "reach" on "duty_record" using ((select current_setting('hub.context', true)) = 'SERVICE' or duty_record.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or duty_record.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or duty_record.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or duty_record.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]));`,
    );

    this.addSql(`alter table "follow_up" enable row level security;`);
    this.addSql(`alter table "follow_up" force row level security;`);
    this.addSql(
      `create policy "reach" on "follow_up" using ((select current_setting('hub.context', true)) = 'SERVICE' or follow_up.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or follow_up.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or follow_up.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or follow_up.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]));`,
    );

    this.addSql(`alter table "inspection" enable row level security;`);
    this.addSql(`alter table "inspection" force row level security;`);
    this.addSql(
      `create policy "reach" on "inspection" using ((select current_setting('hub.context', true)) = 'SERVICE' or inspection.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or inspection.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or inspection.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or inspection.place_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]));`,
    );

    this.addSql(`alter table "meeting" enable row level security;`);
    this.addSql(`alter table "meeting" force row level security;`);
    this.addSql(
      `create policy "reach" on "meeting" using ((select current_setting('hub.context', true)) = 'SERVICE' or meeting.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or meeting.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "accountability_record" cascade;`);
    this.addSql(`drop table if exists "duty_record" cascade;`);
    this.addSql(`drop table if exists "follow_up" cascade;`);
    this.addSql(`drop table if exists "inspection" cascade;`);
    this.addSql(`drop table if exists "meeting" cascade;`);
    this.addSql(`drop table if exists "school_site" cascade;`);
  }
}
