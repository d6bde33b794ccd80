import { Migration } from '@mikro-orm/migrations';

export class Migration20261126072905_casework_and_forms extends Migration {
  override name = 'Migration20261126072905_casework_and_forms';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "child_labour_case" add "age_evidence" text null, add "cost_bearer" text null, add "transferred_to" text null;`,
    );

    this.addSql(`alter table "labour_inspection" add "persons_met" int null, add "site" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(
      `alter table "child_labour_case" drop column "age_evidence", drop column "cost_bearer", drop column "transferred_to";`,
    );

    this.addSql(`alter table "labour_inspection" drop column "persons_met", drop column "site";`);
  }
}
