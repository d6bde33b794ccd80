import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { RehabilitationServiceEntity } from '../rehabilitation.entity.js';
import { RehabilitationKindEnum } from '../service.enums.js';
import { REGISTERED_CHILDREN } from './references.js';

export const rehabilitationList = defineChildList({
  list: 'rehabilitation',
  title: { en: 'Rehabilitation services', zh: '康复服务' },
  register: 'REHABILITATION',
  entity: RehabilitationServiceEntity,
  key: [...CHILD_KEY, 'kind', 'startedOn'],
  people: REGISTERED_CHILDREN,
  fields: {
    ...childFields,
    kind: oneOf(RehabilitationKindEnum),
    startedOn: date,
    endedOn: optional(date),
    institution: text,
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
