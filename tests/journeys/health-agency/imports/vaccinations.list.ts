import {
  CHILD_KEY,
  childFields,
  namedChild,
  residence,
} from '../../../../subgraphs/_kit/import/child-fields.js';
import { defineChildList } from '../../../../subgraphs/_kit/import/import-definition.js';
import { divisionCode } from '../../../../subgraphs/_kit/import/number-fields.js';
import { date, text } from '../../../../subgraphs/_kit/import/plain-fields.js';
import { VaccinationEntity } from '../vaccination.entity.js';

/** What health takes from files. */
export const vaccinationsList = defineChildList({
  list: 'vaccinations',
  title: { en: 'Vaccinations', zh: '预防接种' },
  register: 'VACCINATIONS',
  entity: VaccinationEntity,
  key: [...CHILD_KEY, 'vaccine', 'givenOn'],
  fields: { ...childFields, vaccine: text, givenOn: date, divisionCode },
  childOf: namedChild,
  scopesOf: ({ divisionCode: code }) => residence(code),
  rowOf: (values, { childKey }) => ({ ...values, sourceKey: childKey }),
});
