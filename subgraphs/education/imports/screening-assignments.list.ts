import { optional } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { divisionCode, schoolCode } from '../../_kit/import/number-fields.js';
import { date, integer, oneOf, text } from '../../_kit/import/plain-fields.js';
import { ScreeningAssignmentEntity } from '../screening/screening-assignment.entity.js';
import { ScreeningAnswererEnum } from '../screening/screening.enums.js';
import { CAMPAIGN, SCHOOL } from './references.js';

export const screeningAssignmentsList = defineList({
  list: 'screening-assignments',
  title: { en: 'Assignments of screening campaigns', zh: '普查任务分工' },
  register: 'FIELD_SCREENING',
  isSupplement: true,
  entity: ScreeningAssignmentEntity,
  key: ['code'],
  keptBy: ['code'],
  recorded: { in: 'recorded' },
  references: { campaignCode: CAMPAIGN, schoolCode: SCHOOL },
  fields: {
    code: text,
    campaignCode: text,
    divisionCode,
    answeredBy: oneOf(ScreeningAnswererEnum),
    schoolCode: optional(schoolCode),
    assigneeName: optional(text),
    householdCount: optional(integer),
    dueOn: date,
  },
  rowOf: (values) => ({ ...values, recorded: {} }),
});
