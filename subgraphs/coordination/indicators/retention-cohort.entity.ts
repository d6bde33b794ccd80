import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../_kit/student/reach-policies.js';

const TABLE = 'retention_cohort';

/** Cohorts of entrants as education's statistics had them when registers were last compared, with the village of the school. */
export const RetentionCohortEntity = defineEntity({
  name: 'RetentionCohortEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code', 'school_code')),
  properties: {
    schoolCode: p.text().primary(),
    stage: p.text().primary(),
    intakeYear: p.integer().primary(),
    divisionCode: p.text(),
    entrants: p.integer(),
    transferredOut: p.integer(),
    deceased: p.integer(),
    finished: p.integer().nullable(),
    transferredIn: p.integer().nullable(),
  },
});

export type RetentionCohort = InferEntity<typeof RetentionCohortEntity>;
