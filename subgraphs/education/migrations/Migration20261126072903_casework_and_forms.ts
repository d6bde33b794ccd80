import { Migration } from '@mikro-orm/migrations';

export class Migration20261126072903_casework_and_forms extends Migration {
  override name = 'Migration20261126072903_casework_and_forms';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "guardian_contact" ("id" bigserial primary key, "student_id" text not null, "absent_on" date not null, "contacted_on" date not null, "teacher_name" text not null, "channel" text not null, "outcome" text not null);`,
    );
    this.addSql(`create index "guardian_contact_student_id_index" on "guardian_contact" ("student_id");`);

    this.addSql(`alter table "home_visit" add "visitor_name" text null, add "findings" text[] null;`);

    this.addSql(`alter table "roll_call_finding" add "caller_name" text null;`);
    this.addSql(
      `create index "roll_call_finding_finding_called_on_id_index" on "roll_call_finding" ("finding", "called_on", "id");`,
    );

    this.addSql(
      `alter table "school" add "inspector_name" text null, add "designations" text[] null, add "full_time_counsellors" int null, add "part_time_counsellors" int null, add "has_counselling_room" boolean null, add "is_weak" boolean null, add "urban_rural_class" text null;`,
    );

    this.addSql(
      `alter table "student_status" add "auxiliary_number" text null, add "class_number" int null, add "previous_numbers_sealed" text[] null, add "masked_previous_numbers" text[] null, add "document_type" text null, add "recorded_disability" text null, add "regular_class_category" text null, add "is_only_child" boolean null, add "attended_preschool" boolean null, add "is_orphan" boolean null, add "receives_subsidy" boolean null, add "travel_distance_km" double precision null, add "travel_mode" text null, add "needs_school_bus" boolean null;`,
    );
    this.addSql(
      `create index "student_status_id_verification_enrolled_on_id_index" on "student_status" ("id_verification", "enrolled_on", "id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "guardian_contact" cascade;`);

    this.addSql(`alter table "home_visit" drop column "visitor_name", drop column "findings";`);

    this.addSql(`drop index "roll_call_finding_finding_called_on_id_index";`);
    this.addSql(`alter table "roll_call_finding" drop column "caller_name";`);

    this.addSql(
      `alter table "school" drop column "inspector_name", drop column "designations", drop column "full_time_counsellors", drop column "part_time_counsellors", drop column "has_counselling_room", drop column "is_weak", drop column "urban_rural_class";`,
    );

    this.addSql(`drop index "student_status_id_verification_enrolled_on_id_index";`);
    this.addSql(
      `alter table "student_status" drop column "auxiliary_number", drop column "class_number", drop column "previous_numbers_sealed", drop column "masked_previous_numbers", drop column "document_type", drop column "recorded_disability", drop column "regular_class_category", drop column "is_only_child", drop column "attended_preschool", drop column "is_orphan", drop column "receives_subsidy", drop column "travel_distance_km", drop column "travel_mode", drop column "needs_school_bus";`,
    );
  }
}
