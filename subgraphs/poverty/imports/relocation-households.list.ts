import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, text } from '../../_kit/import/plain-fields.js';
import { RelocationHouseholdEntity } from '../relocation-household.entity.js';
import { MEMBERS, SITE } from './references.js';

/** Children of relocated households, one row for each. */
export const relocationHouseholdsList = defineChildList({
  list: 'relocation-households',
  title: { en: 'Relocated households', zh: '易地扶贫搬迁户' },
  register: 'RELOCATION',
  entity: RelocationHouseholdEntity,
  key: [...CHILD_KEY, 'siteCode'],
  references: { siteCode: SITE },
  people: MEMBERS,
  fields: {
    ...childFields,
    householdCode: text,
    fromDivisionCode: divisionCode,
    siteCode: text,
    movedOn: date,
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
