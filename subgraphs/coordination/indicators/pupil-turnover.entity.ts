import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../_kit/student/reach-policies.js';

const TABLE = 'pupil_turnover';

/** Who came and went in a school year, as education's statistics had it when registers were last compared. */
export const PupilTurnoverEntity = defineEntity({
  name: 'PupilTurnoverEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code', 'school_code')),
  properties: {
    schoolCode: p.text().primary(),
    stage: p.text().primary(),
    academicYear: p.integer().primary(),
    divisionCode: p.text(),
    pupilsAtStart: p.integer(),
    suspended: p.integer(),
    withdrawn: p.integer(),
    deceased: p.integer(),
    transferredOut: p.integer(),
    otherDecrease: p.integer(),
    transferredIn: p.integer(),
    otherIncrease: p.integer(),
  },
});

export type PupilTurnover = InferEntity<typeof PupilTurnoverEntity>;
