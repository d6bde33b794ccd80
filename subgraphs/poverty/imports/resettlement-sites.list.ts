import { defineList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, text } from '../../_kit/import/plain-fields.js';
import { ResettlementSiteEntity } from '../resettlement-site.entity.js';

export const resettlementSitesList = defineList({
  list: 'resettlement-sites',
  title: { en: 'Resettlement sites', zh: '安置点' },
  register: 'RELOCATION',
  isSupplement: true,
  entity: ResettlementSiteEntity,
  key: ['code'],
  keptBy: ['code'],
  fields: { code: text, name: text, divisionCode, openedOn: date },
  rowOf: (values) => values,
});
