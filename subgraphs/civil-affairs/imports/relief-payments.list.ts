import { childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, decimal, month, oneOf, text } from '../../_kit/import/plain-fields.js';
import { ReliefPaymentEntity } from '../relief-payment.entity.js';
import { ReliefPaymentKindEnum } from '../relief.enums.js';
import { FILES } from './references.js';

export const reliefPaymentsList = defineChildList({
  list: 'relief-payments',
  title: { en: 'Relief payments', zh: '救助资金发放' },
  register: 'RELIEF_PAYMENTS',
  entity: ReliefPaymentEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  people: FILES,
  fields: {
    ...childFields,
    recordNumber: text,
    kind: oneOf(ReliefPaymentKindEnum),
    month,
    amountYuan: decimal,
    paidOn: date,
    divisionCode,
  },
  childOf: namedChild,
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey }),
});
