import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import {
  EarlyMarriageFollowUpEnum,
  EarlyMarriageResultEnum,
  ScreeningBodyEnum,
} from '../child-circumstance.enums.js';
import { EarlyMarriageScreeningEntity } from '../early-marriage-screening.entity.js';
import { FILES } from './references.js';

export const earlyMarriageScreeningList = defineChildList({
  list: 'early-marriage-screening',
  title: { en: 'Early-marriage screening', zh: '早婚早育排查' },
  register: 'EARLY_MARRIAGE_SCREENING',
  entity: EarlyMarriageScreeningEntity,
  key: [...CHILD_KEY, 'screenedOn', 'body'],
  people: FILES,
  fields: {
    ...childFields,
    screenedOn: date,
    body: oneOf(ScreeningBodyEnum),
    result: oneOf(EarlyMarriageResultEnum),
    followUp: optional(oneOf(EarlyMarriageFollowUpEnum)),
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
