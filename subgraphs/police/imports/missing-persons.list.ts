import { CHILD_KEY, childFields, namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import { MissingPersonRequesterEnum, MissingPersonResultEnum } from '../case.enums.js';
import { MissingPersonDeterminationEntity } from '../missing-person.entity.js';
import { RESIDENTS } from './references.js';

export const missingPersonsList = defineChildList({
  list: 'missing-persons',
  title: { en: 'Missing-person determinations', zh: '疑似失踪失联界定' },
  register: 'MISSING_PERSONS',
  entity: MissingPersonDeterminationEntity,
  key: [...CHILD_KEY, 'requestedOn'],
  recordedBy: 'recordedBy',
  people: RESIDENTS,
  fields: {
    ...childFields,
    residenceDivisionCode: divisionCode,
    requestedOn: date,
    requestedBy: optional(oneOf(MissingPersonRequesterEnum)),
    determinedOn: optional(date),
    result: optional(oneOf(MissingPersonResultEnum)),
  },
  childOf: namedChild,
  scopesOf: ({ residenceDivisionCode }) => residence(residenceDivisionCode),
  rowOf: (values) => ({ ...values, recordedBy: null }),
});
