import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Decision on where a child with a disability is taught (教育安置). */
export const EducationPlacementEntity = defineEntity({
  name: 'EducationPlacementEntity',
  tableName: 'education_placement',
  properties: {
    ...studentRecord,
    mode: p.text(),
    schoolCode: p.text(),
    decidedOn: p.date(),
  },
});

export type EducationPlacement = InferEntity<typeof EducationPlacementEntity>;
