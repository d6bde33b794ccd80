import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Answer of the national status system about a child of this county who studies outside it. */
export const StudyElsewhereEntity = defineEntity({
  name: 'StudyElsewhereEntity',
  tableName: 'study_elsewhere',
  properties: {
    ...studentRecord,
    area: p.text(),
    /** Six digits; null abroad. */
    countyCode: p.text().nullable(),
    placeName: p.text(),
    schoolName: p.text(),
    grade: p.integer(),
    checkedOn: p.date(),
  },
});

export type StudyElsewhere = InferEntity<typeof StudyElsewhereEntity>;
