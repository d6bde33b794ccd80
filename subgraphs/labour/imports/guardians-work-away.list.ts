import { CHILD_KEY, childFields, describedChild, residence } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { countyCode, divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { GuardianWorkAwayEntity } from '../guardian-work-away.entity.js';
import { MigrantWorkIndustryEnum, WorkerRelationEnum } from '../guardian-work-away.enums.js';

export const guardiansWorkAwayList = defineChildList({
  list: 'guardians-work-away',
  title: { en: 'Guardians who work away', zh: '监护人外出务工' },
  register: 'GUARDIAN_WORK',
  entity: GuardianWorkAwayEntity,
  key: [...CHILD_KEY, 'guardian', 'startedOn'],
  fields: {
    ...childFields,
    divisionCode,
    guardian: oneOf(WorkerRelationEnum, { 父: 'FATHER', 母: 'MOTHER' }),
    destinationName: text,
    destinationCountyCode: countyCode,
    industry: oneOf(MigrantWorkIndustryEnum),
    startedOn: date,
    endsOn: optional(date),
  },
  childOf: describedChild,
  scopesOf: ({ divisionCode: code }) => residence(code),
  rowOf: (values, { childKey }, { described }) => ({
    ...values,
    ...described,
    sourceKey: childKey,
    childName: values.name,
  }),
});
