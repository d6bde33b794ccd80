import { Migration } from '@mikro-orm/migrations';

export class Migration20261127150647_priority_areas extends Migration {
  override name = 'Migration20261127150647_priority_areas';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "priority_area" ("id" bigserial primary key, "kind" text not null, "division_code" text not null, "since" date not null, "ended_on" date null, "document_number" text null, "recorded_by" text not null);`,
    );
    this.addSql(
      `create index "priority_area_division_code_kind_id_index" on "priority_area" ("division_code", "kind", "id");`,
    );
    this.addSql(`create index "priority_area_since_id_index" on "priority_area" ("since", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "priority_area" cascade;`);
  }
}
