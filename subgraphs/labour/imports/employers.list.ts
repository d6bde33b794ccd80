import { optional } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { creditCode, divisionCode } from '../../_kit/import/number-fields.js';
import { oneOf, text } from '../../_kit/import/plain-fields.js';
import { EmployerEntity } from '../employers/employer.entity.js';
import { EmployerIndustryEnum, EmployerKindEnum } from '../employers/employer.enums.js';

export const employersList = defineList({
  list: 'employers',
  title: { en: 'Employers', zh: '用人单位' },
  register: 'INSPECTIONS',
  isSupplement: true,
  entity: EmployerEntity,
  key: ['code'],
  keptBy: ['code'],
  fields: {
    code: text,
    name: text,
    unifiedSocialCreditCode: optional(creditCode),
    kind: oneOf(EmployerKindEnum, { 个体户: 'SOLE_TRADER' }),
    industry: oneOf(EmployerIndustryEnum),
    divisionCode,
  },
  rowOf: (values) => values,
});
