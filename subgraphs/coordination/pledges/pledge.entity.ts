import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../_kit/student/reach-policies.js';

const TABLE = 'responsibility_pledge';

/** That a link of the chain of responsibility pledges was signed (目标责任书). Whether one is missing is computed. */
export const ResponsibilityPledgeEntity = defineEntity({
  name: 'ResponsibilityPledgeEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code', 'place_code')),
  properties: {
    /** Link, school year, who pledges, and the place: a link has one pledge a year. */
    id: p.text().primary(),
    /** First calendar year of the school year. */
    academicYear: p.integer().index(),
    placeCode: p.text(),
    /** Of a division its own code, cut by level; of a school the village of its site. */
    divisionCode: p.text(),
    /** Null where what was recorded turned out a mistake: it is not signed. */
    signedOn: p.date().nullable(),
    /** Number under which the document is kept; none of a person. */
    documentNumber: p.text().nullable(),
    recordedBy: p.text(),
    recordedOn: p.date(),
    version: p.integer().default(1),
  },
});

export type ResponsibilityPledge = InferEntity<typeof ResponsibilityPledgeEntity>;
