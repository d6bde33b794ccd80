import { namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode, residentIdNumber, schoolCode } from '../../_kit/import/number-fields.js';
import { date, integer, oneOf, personName, text } from '../../_kit/import/plain-fields.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { isChildOn, MEMBERS_LIST, numberColumns, SCREENED_HOUSEHOLD } from '../screening/screened-person.js';
import { ScreenedMemberEntity } from '../screening/screened-member.entity.js';
import {
  ScreenedEducationLevelEnum,
  ScreenedRelationEnum,
  ScreenedSchoolingEnum,
} from '../screening/screening.enums.js';
import { ASSIGNMENT, PUPILS, SCHOOL } from './references.js';
import { grade } from './school-fields.js';

/** Whole returns: everybody of every visited household, with the schooling that was checked. */
export const screenedMembersList = defineChildList({
  list: MEMBERS_LIST,
  title: { en: 'Members of visited households and their schooling', zh: '入户普查登记(家庭成员文化户口)' },
  register: 'FIELD_SCREENING',
  entity: ScreenedMemberEntity,
  key: ['assignmentCode', 'householdNumber', 'position'],
  keptBy: ['sourceKey'],
  recordedBy: 'recordedBy',
  references: { assignmentCode: ASSIGNMENT, schoolCode: SCHOOL },
  people: PUPILS,
  fields: {
    assignmentCode: text,
    householdNumber: personal(text),
    position: integer,
    relation: oneOf(ScreenedRelationEnum),
    childNumber: optional(text),
    residentIdNumber: optional(residentIdNumber),
    name: personal(personName),
    sex: oneOf(SexEnum),
    birthDate: personal(date),
    residenceDivisionCode: divisionCode,
    educationLevel: optional(oneOf(ScreenedEducationLevelEnum)),
    schooling: optional(oneOf(ScreenedSchoolingEnum)),
    schoolCode: optional(schoolCode),
    studyPlace: optional(text),
    grade: optional(grade),
    checkedBy: optional(text),
    checkedOn: optional(date),
  },
  childOf: (values, asOf) => (isChildOn(values.birthDate, asOf) ? namedChild(values) : null),
  scopesOf: ({ residenceDivisionCode }) => residence(residenceDivisionCode),
  rowOf: ({ householdNumber, residentIdNumber: number, ...values }, { rowKey, opaqueKey, seal }, child) => ({
    ...values,
    ...numberColumns(number, child !== null, seal),
    sourceKey: rowKey,
    householdId: opaqueKey(SCREENED_HOUSEHOLD, householdNumber),
    recordedBy: null,
  }),
});
