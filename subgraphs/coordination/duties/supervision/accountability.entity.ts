import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../../_kit/student/reach-policies.js';

const TABLE = 'accountability_record';

/** A body held to account after an inspection (问责、约谈): its post, never a name. */
export const AccountabilityRecordEntity = defineEntity({
  name: 'AccountabilityRecordEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code', 'place_code')),
  properties: {
    id: p.text().primary(),
    inspectionId: p.text().index(),
    kind: p.text(),
    body: p.text(),
    post: p.text(),
    decidedOn: p.date(),
    documentNumber: p.text(),
    placeCode: p.text(),
    divisionCode: p.text(),
    recordedBy: p.text(),
  },
});

export type AccountabilityRecord = InferEntity<typeof AccountabilityRecordEntity>;
