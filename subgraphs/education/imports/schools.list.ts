import { optional } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { divisionCode, schoolCode } from '../../_kit/import/number-fields.js';
import { integer, oneOf, someOf, text, yesOrNo } from '../../_kit/import/plain-fields.js';
import { SchoolEntity } from '../school/school.entity.js';
import { SchoolDesignationEnum, SchoolKindEnum, UrbanRuralClassEnum } from '../school/school.enums.js';
import { grade } from './school-fields.js';

/** Village schools below this size are funded as if they had it (青政办发〔2018〕49号). */
const SMALL_SCHOOL_PUPILS = 100;

export const schoolsList = defineList({
  list: 'schools',
  title: { en: 'Schools', zh: '学校' },
  register: 'SCHOOLS',
  entity: SchoolEntity,
  key: ['code'],
  keptBy: ['code'],
  fields: {
    code: schoolCode,
    name: text,
    kind: oneOf(SchoolKindEnum, {
      初中: 'JUNIOR_SECONDARY',
      特教学校: 'SPECIAL_SCHOOL',
      完全小学: 'PRIMARY',
    }),
    divisionCode,
    lowestGrade: grade,
    highestGrade: grade,
    capacity: integer,
    isBoarding: yesOrNo,
    isSmallScale: optional(yesOrNo),
    centralSchoolCode: optional(schoolCode),
    inspectorName: optional(text),
    designations: optional(someOf(SchoolDesignationEnum)),
    fullTimeCounsellors: optional(integer),
    partTimeCounsellors: optional(integer),
    hasCounsellingRoom: optional(yesOrNo),
    isWeak: optional(yesOrNo),
    urbanRuralClass: optional(oneOf(UrbanRuralClassEnum)),
  },
  rowOf: ({ isSmallScale, ...values }) => ({
    ...values,
    isSmallScale: isSmallScale ?? values.capacity < SMALL_SCHOOL_PUPILS,
  }),
});
