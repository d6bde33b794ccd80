import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { RecordedFacts } from '../../_kit/command/recorded-facts.js';

export const LabourInspectionEntity = defineEntity({
  name: 'LabourInspectionEntity',
  tableName: 'labour_inspection',
  properties: {
    code: p.text().primary(),
    employerCode: p.text().index(),
    /** Where the employer stood on that day. */
    divisionCode: p.text(),
    inspectedOn: p.date(),
    inspectors: p.integer(),
    kind: p.text(),
    minorsFound: p.integer(),
    /** Of those who run a business themselves; null where nobody looked. */
    minorsInBusiness: p.integer().nullable(),
    personsMet: p.integer().nullable(),
    site: p.text().nullable(),
    recorded: p.json().$type<RecordedFacts>().defaultRaw(`'{}'`),
  },
  indexes: [{ properties: ['inspectedOn', 'code'] }],
});

export type LabourInspection = InferEntity<typeof LabourInspectionEntity>;
