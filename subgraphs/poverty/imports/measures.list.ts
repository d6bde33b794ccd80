import { childFields, namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, decimal, oneOf, text } from '../../_kit/import/plain-fields.js';
import { PovertyMeasureEntity } from '../poverty-measure.entity.js';
import { PovertyMeasureKindEnum } from '../poverty-measure.enums.js';
import { MEMBERS } from './references.js';

export const measuresList = defineChildList({
  list: 'measures',
  title: { en: 'Poverty measures', zh: '帮扶措施' },
  register: 'MEASURES',
  entity: PovertyMeasureEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  people: MEMBERS,
  fields: {
    ...childFields,
    recordNumber: text,
    kind: oneOf(PovertyMeasureKindEnum),
    startedOn: date,
    endedOn: optional(date),
    amountYuan: optional(decimal),
    divisionCode,
  },
  childOf: namedChild,
  scopesOf: ({ divisionCode: code, endedOn }, asOf) => residence(code, endedOn === null || endedOn >= asOf),
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey }),
});
