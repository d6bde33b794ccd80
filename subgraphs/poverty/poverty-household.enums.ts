import { labelledEnum } from '../_kit/schema/label.js';

export const PovertyHouseholdKindEnum = labelledEnum(
  'PovertyHouseholdKind',
  { en: 'Kind of household at recognition', zh: '户类型', detail: 'not updated later' },
  {
    GENERAL_POOR: { en: 'Ordinary poor household', zh: '一般贫困户' },
    SUBSISTENCE_ALLOWANCE: {
      en: 'Poor household on subsistence allowance',
      zh: '低保贫困户',
      detail: 'whether it draws the allowance today is said by civil affairs',
    },
    FIVE_GUARANTEES: { en: 'Five-guarantees household', zh: '五保户', detail: 'today 特困供养' },
    NOT_REGISTERED_POOR: {
      en: 'Never registered as poor',
      zh: '非建档立卡户',
      detail: 'known because it is or was monitored',
    },
  },
);

export const PovertyCauseEnum = labelledEnum(
  'PovertyCause',
  { en: 'Main cause of poverty', zh: '主要致贫原因' },
  {
    ILLNESS: { en: 'Illness', zh: '因病' },
    DISABILITY: { en: 'Disability', zh: '因残' },
    SCHOOLING: { en: 'Cost of schooling', zh: '因学' },
    DISASTER: { en: 'Disaster', zh: '因灾' },
    LACK_OF_LAND: { en: 'Lack of land', zh: '缺土地' },
    LACK_OF_WATER: { en: 'Lack of water', zh: '缺水' },
    LACK_OF_SKILLS: { en: 'Lack of skills', zh: '缺技术' },
    LACK_OF_LABOUR: { en: 'Lack of labour', zh: '缺劳力' },
    LACK_OF_FUNDS: { en: 'Lack of funds', zh: '缺资金' },
    POOR_TRANSPORT: { en: 'Poor transport', zh: '交通条件落后' },
    LACK_OF_OWN_MOTIVATION: { en: 'Lack of drive of its own', zh: '自身发展力不足' },
  },
);

export const MonitoredStateEnum = labelledEnum(
  'MonitoredState',
  { en: 'Why a household is monitored', zh: '监测对象类别' },
  {
    UNSTABLE_EX_POVERTY: {
      en: 'Unstable ex-poor household',
      zh: '脱贫不稳定户',
      detail: 'lifted out of poverty, income within the monitoring line',
    },
    AT_RISK_OF_POVERTY: {
      en: 'Household at risk of poverty',
      zh: '边缘易致贫户',
      detail: 'never registered as poor, income within the monitoring line',
    },
    SUDDEN_SEVERE_HARDSHIP: {
      en: 'Household in sudden severe hardship',
      zh: '突发严重困难户',
      detail: 'income above the line, struck by a sudden hardship',
    },
  },
);

export const PovertyStandingEnum = labelledEnum(
  'PovertyStanding',
  { en: 'Standing of a household over a period', zh: '户身份' },
  {
    REGISTERED_POOR: { en: 'Registered as poor', zh: '建档立卡贫困户' },
    LIFTED: { en: 'Lifted out of poverty', zh: '脱贫户' },
    MONITORED: { en: 'Monitored', zh: '监测对象' },
  },
);
