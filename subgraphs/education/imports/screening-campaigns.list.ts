import { defineList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { ScreeningCampaignEntity } from '../screening/screening-campaign.entity.js';
import { ScreeningCampaignKindEnum } from '../screening/screening.enums.js';
import { academicYear } from './school-fields.js';

export const screeningCampaignsList = defineList({
  list: 'screening-campaigns',
  title: { en: 'Screening campaigns', zh: '学户普查与文化户口核查活动' },
  register: 'FIELD_SCREENING',
  isSupplement: true,
  entity: ScreeningCampaignEntity,
  key: ['code'],
  keptBy: ['code'],
  recordedBy: 'recordedBy',
  fields: {
    code: text,
    kind: oneOf(ScreeningCampaignKindEnum),
    academicYear,
    divisionCode,
    opensOn: date,
    dueOn: date,
  },
  rowOf: (values) => ({ ...values, recordedBy: null }),
});
