import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** Record of a move. It is all that police holds of an incomer, so it carries the identity as well. */
export const FloatingPopulationRecordEntity = defineEntity({
  name: 'FloatingPopulationRecordEntity',
  tableName: 'floating_population_record',
  properties: {
    ...studentRecord,
    /** Shared by all records of one person; provisional ids derive from it. */
    sourceKey: p.text(),
    name: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    residentIdNumberSealed: p.text().nullable(),
    /** Told to comparison runs in place of the number; null where the number is missing or fails its check. */
    birthDateInNumber: p.date().nullable(),
    direction: p.text(),
    otherCountyCode: p.text(),
    otherPlaceName: p.text(),
    localDivisionCode: p.text(),
    reason: p.text(),
    startedOn: p.date(),
    endedOn: p.date().nullable(),
  },
  indexes: [{ properties: ['startedOn', 'id'] }, { properties: ['localDivisionCode'] }],
});

export type FloatingPopulationRecord = InferEntity<typeof FloatingPopulationRecordEntity>;
