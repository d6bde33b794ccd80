import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** A child whom the national platform takes for out of school, sent down to be verified (国家平台下发疑似名单). */
export const PushedDownCaseEntity = defineEntity({
  name: 'PushedDownCaseEntity',
  tableName: 'pushed_down_case',
  properties: {
    ...studentRecord,
    /** The platform's own number of the entry. */
    platformNumber: p.text().unique(),
    batch: p.text().index(),
    sourceKey: p.text(),
    childName: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    /** Village or township under which the platform files the child. */
    divisionCode: p.text(),
    reason: p.text(),
    pushedOn: p.date(),
    dueOn: p.date(),
  },
});

export type PushedDownCase = InferEntity<typeof PushedDownCaseEntity>;
