import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

export const LicenceSanctionEntity = defineEntity({
  name: 'LicenceSanctionEntity',
  tableName: 'licence_sanction',
  properties: {
    code: p.text().primary(),
    employerCode: p.text().index(),
    kind: p.text(),
    decidedOn: p.date(),
    amountYuan: p.double().nullable(),
  },
});

export type LicenceSanction = InferEntity<typeof LicenceSanctionEntity>;
