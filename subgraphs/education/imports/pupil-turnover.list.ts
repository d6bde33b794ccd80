import { defineList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { oneOf } from '../../_kit/import/plain-fields.js';
import { PupilTurnoverEntity } from '../statistics/pupil-turnover.entity.js';
import { TurnoverStageEnum } from '../statistics/statistics.enums.js';
import { SCHOOL } from './references.js';
import { academicYear, headCount } from './school-fields.js';

export const pupilTurnoverList = defineList({
  list: 'pupil-turnover',
  title: { en: 'Pupils who came and went in a school year', zh: '学生变动情况' },
  register: 'SCHOOL_STATISTICS',
  isSupplement: true,
  entity: PupilTurnoverEntity,
  key: ['schoolCode', 'stage', 'academicYear'],
  keptBy: ['schoolCode', 'stage', 'academicYear'],
  references: { schoolCode: SCHOOL },
  fields: {
    schoolCode,
    stage: oneOf(TurnoverStageEnum),
    academicYear,
    pupilsAtStart: headCount,
    suspended: headCount,
    withdrawn: headCount,
    deceased: headCount,
    transferredOut: headCount,
    otherDecrease: headCount,
    transferredIn: headCount,
    otherIncrease: headCount,
  },
  rowOf: (values) => values,
});
