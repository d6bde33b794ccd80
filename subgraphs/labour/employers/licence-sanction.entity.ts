import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { RecordedFacts } from '../../_kit/command/recorded-facts.js';

export const LicenceSanctionEntity = defineEntity({
  name: 'LicenceSanctionEntity',
  tableName: 'licence_sanction',
  properties: {
    code: p.text().primary(),
    employerCode: p.text().index(),
    kind: p.text(),
    decidedOn: p.date(),
    amountYuan: p.double().nullable(),
    recorded: p.json().$type<RecordedFacts>().defaultRaw(`'{}'`),
  },
});

export type LicenceSanction = InferEntity<typeof LicenceSanctionEntity>;
