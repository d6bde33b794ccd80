import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** Pupils of a stage at a school who came and went within an academic year (学生变动情况). Nobody is named. */
export const PupilTurnoverEntity = defineEntity({
  name: 'PupilTurnoverEntity',
  tableName: 'pupil_turnover',
  properties: {
    schoolCode: p.text().primary(),
    /** PRIMARY or JUNIOR_SECONDARY. */
    stage: p.text().primary(),
    /** First calendar year. */
    academicYear: p.integer().primary(),
    pupilsAtStart: p.integer(),
    suspended: p.integer(),
    withdrawn: p.integer(),
    deceased: p.integer(),
    transferredOut: p.integer(),
    otherDecrease: p.integer(),
    transferredIn: p.integer(),
    /** Returned from suspension among others. */
    otherIncrease: p.integer(),
  },
});

export type PupilTurnover = InferEntity<typeof PupilTurnoverEntity>;
