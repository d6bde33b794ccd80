import { Migration } from '@mikro-orm/migrations';

export class Migration20261126203934_episodes_and_series extends Migration {
  override name = 'Migration20261126203934_episodes_and_series';

  override up(): void | Promise<void> {
    this.addSql(`alter table "dropout_case" add "episode_from" date null;`);

    this.addSql(`alter table "duty_record" add "agency" text null;`);

    // Of two issuers that shared a series, the higher number is the last that was given.
    this.addSql(
      `delete from "order_series" lower using "order_series" higher where higher."series" = lower."series" and (higher."last_number", higher."issuer_code") > (lower."last_number", lower."issuer_code");`,
    );
    this.addSql(`alter table "order_series" drop constraint "order_series_pkey";`);
    this.addSql(`alter table "order_series" drop column "issuer_code";`);
    this.addSql(`alter table "order_series" add primary key ("series");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "dropout_case" drop column "episode_from";`);

    this.addSql(`alter table "duty_record" drop column "agency";`);

    this.addSql(`alter table "order_series" drop constraint "order_series_pkey";`);
    this.addSql(`alter table "order_series" add "issuer_code" text not null default '';`);
    this.addSql(`alter table "order_series" add primary key ("issuer_code", "series");`);
  }
}
