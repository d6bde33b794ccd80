import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';
import { recordedChild } from './recorded-child.js';

/** One absence of one guardian, entered for each of the worker's children. */
export const GuardianWorkAwayEntity = defineEntity({
  name: 'GuardianWorkAwayEntity',
  tableName: 'guardian_work_away',
  properties: {
    ...studentRecord,
    ...recordedChild,
    guardian: p.text(),
    destinationName: p.text(),
    destinationCountyCode: p.text(),
    industry: p.text(),
    startedOn: p.date(),
    endsOn: p.date().nullable(),
  },
});

export type GuardianWorkAway = InferEntity<typeof GuardianWorkAwayEntity>;
