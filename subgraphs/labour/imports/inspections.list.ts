import { optional } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, integer, oneOf, text } from '../../_kit/import/plain-fields.js';
import { LabourInspectionKindEnum } from '../employers/employer.enums.js';
import { LabourInspectionEntity } from '../inspections/labour-inspection.entity.js';
import { EMPLOYER } from './references.js';

export const inspectionsList = defineList({
  list: 'inspections',
  title: { en: 'Labour inspections', zh: '劳动监察' },
  register: 'INSPECTIONS',
  entity: LabourInspectionEntity,
  key: ['code'],
  keptBy: ['code'],
  recorded: { in: 'recorded' },
  references: { employerCode: EMPLOYER },
  fields: {
    code: text,
    employerCode: text,
    divisionCode,
    inspectedOn: date,
    inspectors: integer,
    kind: oneOf(LabourInspectionKindEnum),
    minorsFound: integer,
    minorsInBusiness: optional(integer),
    personsMet: optional(integer),
    site: optional(text),
  },
  rowOf: (values) => ({ ...values, recorded: {} }),
});
