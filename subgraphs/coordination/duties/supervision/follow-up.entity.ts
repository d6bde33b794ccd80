import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../../_kit/student/reach-policies.js';

const TABLE = 'follow_up';

/** What a meeting decided or an inspection found, for one body to see to by a day. No person is named in it. */
export const FollowUpEntity = defineEntity({
  name: 'FollowUpEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code', 'place_code')),
  properties: {
    id: p.text().primary(),
    /** MEETING or INSPECTION. */
    origin: p.text(),
    originId: p.text().index(),
    position: p.integer(),
    text: p.text(),
    body: p.text(),
    placeCode: p.text(),
    divisionCode: p.text(),
    dueOn: p.date(),
    doneOn: p.date().nullable(),
    doneBy: p.text().nullable(),
    documentNumber: p.text().nullable(),
  },
  indexes: [{ properties: ['dueOn', 'id'] }],
});

export type FollowUp = InferEntity<typeof FollowUpEntity>;
