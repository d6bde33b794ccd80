import { optional } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { oneOf } from '../../_kit/import/plain-fields.js';
import { RetentionCohortEntity } from '../statistics/retention-cohort.entity.js';
import { CohortStageEnum } from '../statistics/statistics.enums.js';
import { SCHOOL } from './references.js';
import { academicYear, headCount } from './school-fields.js';

export const retentionCohortsList = defineList({
  list: 'retention-cohorts',
  title: { en: 'Cohorts of entrants, for retention', zh: '入学年级学生巩固情况' },
  register: 'SCHOOL_STATISTICS',
  entity: RetentionCohortEntity,
  key: ['schoolCode', 'stage', 'intakeYear'],
  keptBy: ['schoolCode', 'stage', 'intakeYear'],
  references: { schoolCode: SCHOOL },
  fields: {
    schoolCode,
    stage: oneOf(CohortStageEnum, { 小学: 'PRIMARY', 初中: 'JUNIOR_SECONDARY', 九年: 'COMPULSORY' }),
    intakeYear: academicYear,
    entrants: headCount,
    transferredOut: headCount,
    deceased: headCount,
    finished: optional(headCount),
    transferredIn: optional(headCount),
  },
  rowOf: (values) => values,
});
