import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, integer, oneOf, personName, text } from '../../_kit/import/plain-fields.js';
import { PovertyHouseholdEntity } from '../poverty-household.entity.js';
import {
  MonitoredStateEnum,
  PovertyCauseEnum,
  PovertyHouseholdKindEnum,
} from '../poverty-household.enums.js';

export const householdsList = defineList({
  list: 'households',
  title: { en: 'Registered poverty and monitored households', zh: '建档立卡户与监测对象' },
  register: 'HOUSEHOLDS',
  isSupplement: true,
  entity: PovertyHouseholdEntity,
  key: ['code'],
  keptBy: ['code'],
  fields: {
    code: text,
    householderName: personal(personName),
    divisionCode,
    personCount: integer,
    kind: oneOf(PovertyHouseholdKindEnum),
    cause: oneOf(PovertyCauseEnum),
    monitoredState: optional(oneOf(MonitoredStateEnum)),
    monitoredSince: optional(date),
    recognisedOn: date,
    liftedOn: optional(date),
    officerName: text,
    officerPost: text,
    officerAgencyName: text,
  },
  rowOf: (values) => values,
});
