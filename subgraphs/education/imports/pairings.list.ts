import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { optional } from '../../_kit/import/field-kind.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { PairingKindEnum } from '../care/pairing.enums.js';
import { PairingEntity } from '../care/pairing.entity.js';
import { PUPILS } from './references.js';

export const pairingsList = defineChildList({
  list: 'pairings',
  title: { en: 'Pairing support', zh: '结对帮扶' },
  register: 'PAIRINGS',
  entity: PairingEntity,
  key: [...CHILD_KEY, 'kind', 'partnerName', 'from'],
  people: PUPILS,
  fields: {
    ...childFields,
    kind: oneOf(PairingKindEnum),
    partnerName: text,
    from: date,
    until: optional(date),
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
