import { Migration } from '@mikro-orm/migrations';

export class Migration20261127114058_referrals extends Migration {
  override name = 'Migration20261127114058_referrals';

  override up(): void | Promise<void> {
    this.addSql(`alter table "referral" drop column "state";`);
    this.addSql(
      `alter table "referral" add "from_code" text null, add "to_code" text null, add "accepted_on" date null, add "refused_on" date null, add "refusal_reason" text null, add "outcome" text null, add "withdrawn_on" date null, add "version" int not null default 1, add "sent_by" text null, add "accepted_by" text null, add "ended_by" text null;`,
    );
    this.addSql(
      `create index "referral_from_body_due_on_id_index" on "referral" ("from_body", "due_on", "id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "referral_from_body_due_on_id_index";`);
    this.addSql(
      `alter table "referral" drop column "from_code", drop column "to_code", drop column "accepted_on", drop column "refused_on", drop column "refusal_reason", drop column "outcome", drop column "withdrawn_on", drop column "version", drop column "sent_by", drop column "accepted_by", drop column "ended_by";`,
    );
    this.addSql(
      `alter table "referral" add "state" text not null generated always as (case when "answered_on" is null then 'SENT' else 'ANSWERED' end) stored;`,
    );
    this.addSql(`alter table "referral" alter column "state" drop expression;`);
  }
}
