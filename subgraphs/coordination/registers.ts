import type { RegisterDefinition } from '../_kit/define-subgraph.js';

const EVERY_CHILD = ['REGISTERED', 'RESIDENCE', 'SCHOOL'] as const;

/** What the leading group's office keeps: derived or entered here, except what the national platform sends down. */
export const COORDINATION_REGISTERS = [
  {
    code: 'SCHOOL_AGE_REGISTER',
    title: { en: 'School-age register', zh: '适龄儿童少年台账' },
    source: { en: "Derived from the agencies' registers", zh: '各部门名册比对生成' },
    covers: EVERY_CHILD,
    isDerived: true,
  },
  {
    code: 'CASEWORK',
    title: { en: 'Screening and casework', zh: '摸排与个案' },
    source: { en: 'Case ledgers of townships and schools', zh: '乡镇和学校个案台账' },
    covers: EVERY_CHILD,
  },
  {
    code: 'CLASS_LEDGERS',
    title: { en: 'Pupils to look after, class by class', zh: '班级台账(特殊学生)' },
    source: { en: "Classes' ledgers", zh: '班级台账' },
    // A class teacher knows the own pupils; of a child without a class here nobody has noted anything.
    covers: ['SCHOOL'],
  },
  {
    code: 'RESPONSIBILITY',
    title: { en: 'Assigned responsibility', zh: '包保责任' },
    source: { en: 'Pledges of the leading group', zh: '领导小组责任书' },
    covers: EVERY_CHILD,
  },
  {
    code: 'RISK',
    title: { en: 'Risk assessment', zh: '辍学风险研判' },
    source: { en: "Derived from the agencies' registers", zh: '各部门名册比对生成' },
    covers: EVERY_CHILD,
    isDerived: true,
  },
  {
    code: 'AID_MATCHING',
    title: { en: 'Matching of aid', zh: '应助尽助比对' },
    source: { en: "Derived from the agencies' registers", zh: '各部门名册比对生成' },
    covers: EVERY_CHILD,
    isDerived: true,
  },
  {
    code: 'NATIONAL_PLATFORM',
    title: { en: 'Suspected pupils of the national platform', zh: '国家平台下发疑似名单' },
    source: { en: 'National student-status system', zh: '全国中小学生学籍信息管理系统' },
    covers: EVERY_CHILD,
  },
] as const satisfies readonly RegisterDefinition[];

export type CoordinationRegister = (typeof COORDINATION_REGISTERS)[number]['code'];
