import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

/** Groups of 「千名教师走万家」 (青政办发〔2018〕49号): 孤儿、单亲、贫困、残疾人、外来务工、留守儿童等特殊家庭. */
export const VisitCampaignGroupEnum = labelledEnum(
  'VisitCampaignGroup',
  { en: 'Group whose homes teachers visit first', zh: '重点家访群体' },
  {
    ORPHAN: { en: 'Orphans', zh: '孤儿' },
    SINGLE_PARENT: { en: 'Single-parent families', zh: '单亲家庭', detail: 'no register says who they are' },
    FINANCIAL_HARDSHIP: { en: 'Poor families', zh: '家庭经济困难' },
    DISABLED: { en: 'Disabled pupils', zh: '残疾学生' },
    ACCOMPANYING_MIGRANT: { en: 'Children of migrant workers', zh: '外来务工人员随迁子女' },
    LEFT_BEHIND: { en: 'Left-behind children', zh: '留守儿童' },
  },
);
export type VisitCampaignGroup = EnumValue<typeof VisitCampaignGroupEnum>;
