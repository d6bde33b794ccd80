import { optional } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { date, decimal, oneOf, text } from '../../_kit/import/plain-fields.js';
import { LicenceSanctionKindEnum } from '../employers/employer.enums.js';
import { LicenceSanctionEntity } from '../employers/licence-sanction.entity.js';
import { EMPLOYER } from './references.js';

export const licenceSanctionsList = defineList({
  list: 'licence-sanctions',
  title: { en: 'Sanctions', zh: '行政处罚' },
  register: 'INSPECTIONS',
  isSupplement: true,
  entity: LicenceSanctionEntity,
  key: ['code'],
  keptBy: ['code'],
  recorded: { in: 'recorded' },
  references: { employerCode: EMPLOYER },
  fields: {
    code: text,
    employerCode: text,
    kind: oneOf(LicenceSanctionKindEnum),
    decidedOn: date,
    amountYuan: optional(decimal),
  },
  rowOf: (values) => ({ ...values, recorded: {} }),
});
