import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

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
    personsMet: p.integer().nullable(),
    site: p.text().nullable(),
  },
  indexes: [{ properties: ['inspectedOn', 'code'] }],
});

export type LabourInspection = InferEntity<typeof LabourInspectionEntity>;
