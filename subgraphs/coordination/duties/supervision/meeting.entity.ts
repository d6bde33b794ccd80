import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../../_kit/student/reach-policies.js';

const TABLE = 'meeting';

/** Joint conference, dispatch meeting or opening meeting of a term (联席会议、调度会、学期初工作会议). */
export const MeetingEntity = defineEntity({
  name: 'MeetingEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code')),
  properties: {
    id: p.text().primary(),
    kind: p.text(),
    heldOn: p.date(),
    /** County or township whose meeting it is, cut by level. */
    divisionCode: p.text(),
    /** Bodies that were present. */
    bodies: p.array(),
    minutesNumber: p.text(),
    recordedBy: p.text(),
  },
  indexes: [{ properties: ['heldOn', 'id'] }],
});

export type Meeting = InferEntity<typeof MeetingEntity>;
