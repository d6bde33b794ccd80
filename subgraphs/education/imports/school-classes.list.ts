import { defineList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { integer, text } from '../../_kit/import/plain-fields.js';
import { SchoolClassEntity } from '../school/school-class.entity.js';
import { SCHOOL } from './references.js';
import { grade } from './school-fields.js';

export const schoolClassesList = defineList({
  list: 'school-classes',
  title: { en: 'School classes', zh: '班级' },
  register: 'SCHOOLS',
  isSupplement: true,
  entity: SchoolClassEntity,
  key: ['code'],
  keptBy: ['code'],
  references: { schoolCode: SCHOOL },
  fields: {
    code: text,
    schoolCode,
    grade,
    number: integer,
    name: text,
    classTeacherName: text,
    capacity: integer,
  },
  rowOf: (values) => values,
});
