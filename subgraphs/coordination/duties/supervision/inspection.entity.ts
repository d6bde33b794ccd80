import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../../_kit/student/reach-policies.js';

const TABLE = 'inspection';

/** Inspection of a place, open or covert (明查暗访). What it found are follow-ups. */
export const InspectionEntity = defineEntity({
  name: 'InspectionEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code', 'place_code')),
  properties: {
    id: p.text().primary(),
    kind: p.text(),
    mode: p.text(),
    inspectedOn: p.date(),
    placeKind: p.text(),
    placeCode: p.text(),
    placeName: p.text(),
    divisionCode: p.text(),
    /** Whether the truthfulness of data was checked (督查数据真实性). */
    checkedData: p.boolean(),
    /** Number of the notice by which the result was made known (督查通报); null while there is none. */
    noticeNumber: p.text().nullable(),
    recordedBy: p.text(),
  },
  indexes: [{ properties: ['inspectedOn', 'id'] }],
});

export type Inspection = InferEntity<typeof InspectionEntity>;
