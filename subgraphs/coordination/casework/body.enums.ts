import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const BodyEnum = labelledEnum(
  'Body',
  { en: 'Body that has a duty', zh: '责任单位' },
  {
    COORDINATION: { en: "Leading group's office", zh: '领导小组办公室' },
    TOWNSHIP: { en: 'Township or sub-district', zh: '乡镇(街道)' },
    VILLAGE: { en: 'Village or community', zh: '村(社区)' },
    SCHOOL: { en: 'School', zh: '学校' },
    EDUCATION: { en: 'Education bureau', zh: '教育局' },
    POLICE: { en: 'Police', zh: '公安局' },
    CIVIL_AFFAIRS: { en: 'Civil affairs', zh: '民政局' },
    DISABILITY: { en: "Disabled persons' federation", zh: '残联' },
    LABOUR: { en: 'Human resources and social security', zh: '人社局' },
    POVERTY: { en: 'Poverty-alleviation office', zh: '扶贫办' },
    HEALTH: { en: 'Health bureau', zh: '卫健局' },
    MARKET_SUPERVISION: { en: 'Market supervision', zh: '市场监督管理局' },
    YOUTH_LEAGUE: { en: 'Youth League', zh: '团委' },
    WOMENS_FEDERATION: { en: "Women's federation", zh: '妇联' },
    JUSTICE: { en: 'Justice bureau', zh: '司法局' },
    PROCURATORATE: { en: 'Procuratorate', zh: '检察院' },
    COURT: { en: 'Court', zh: '法院' },
    FINANCE: { en: 'Finance bureau', zh: '财政局' },
    CULTURE: { en: 'Culture and tourism bureau', zh: '文旅局' },
    POLITICAL_LEGAL: { en: 'Political and legal committee', zh: '政法委' },
    RELOCATION: { en: 'Relocation bureau', zh: '移民局' },
    INSPECTION_OFFICE: { en: 'Government education inspection office', zh: '人民政府教育督导室' },
    EDUCATION_OFFICE: { en: 'Township education office', zh: '教办' },
    PLANNING: { en: 'Planning and construction office of a township', zh: '规建办' },
  },
);
export type Body = EnumValue<typeof BodyEnum>;
