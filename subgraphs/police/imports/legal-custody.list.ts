import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { LegalCustodyKindEnum } from '../case.enums.js';
import { LegalCustodyEntity } from '../legal-custody.entity.js';
import { RESIDENTS } from './references.js';

export const legalCustodyList = defineChildList({
  list: 'legal-custody',
  title: { en: 'Legal custody', zh: '专门教育与羁押' },
  register: 'LEGAL_CUSTODY',
  entity: LegalCustodyEntity,
  key: [...CHILD_KEY, 'documentNumber'],
  people: RESIDENTS,
  fields: {
    ...childFields,
    documentNumber: text,
    kind: oneOf(LegalCustodyKindEnum),
    startsOn: date,
    endsOn: optional(date),
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
