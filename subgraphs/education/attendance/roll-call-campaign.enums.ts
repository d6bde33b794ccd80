import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import type { RollCallTaskState } from './roll-call-campaign.js';
import type { RollCallVerdictKind } from './roll-call-verdict.js';

export const RollCallTaskStateEnum = labelledEnum<RollCallTaskState>(
  'RollCallTaskState',
  {
    en: 'How far the roll-call of a class is',
    zh: '点名任务进度',
    detail: 'derived from the calls and the day',
  },
  {
    NOT_YET: { en: 'The month has not begun', zh: '未到点名月' },
    DUE: { en: 'Due', zh: '待点名' },
    DONE: { en: 'Done in time', zh: '按期完成' },
    DONE_LATE: { en: 'Done late', zh: '逾期完成' },
    OVERDUE: { en: 'Overdue', zh: '逾期未完成' },
    UNKNOWN: {
      en: 'Not known',
      zh: '无法判定',
      detail: 'past the month without a call, and roll-calls are not loaded',
    },
  },
);

export const RollCallVerdictEnum = labelledEnum<RollCallVerdictKind>(
  'RollCallVerdictKind',
  { en: 'What the roll-calls of a child say together', zh: '点名结论' },
  {
    GHOST_STATUS: { en: 'Ghost status: on the roll, met at no roll-call', zh: '空挂学籍' },
    ABSENT_THIS_TIME: { en: 'Absent this time, met before', zh: '本次未到' },
    STATUS_AT_OTHER_SCHOOL: {
      en: 'Person separate from status: on the roll of another school',
      zh: '人籍分离(学籍在他校)',
    },
    STATUS_IN_OTHER_CLASS: {
      en: 'Person separate from status: on the roll of another class',
      zh: '人籍分离(学籍在他班)',
    },
    STATUS_NOWHERE: { en: 'Person separate from status: on no roll here', zh: '人籍分离(无学籍)' },
  },
);

export const RecordRollCallErrorEnum = labelledEnum(
  'RecordRollCallErrorCode',
  { en: 'Why a roll-call was not recorded', zh: '未登记点名的原因' },
  {
    NOT_FOUND: { en: 'There is no such class within reach', zh: '没有该班级' },
    DAY_INVALID: {
      en: 'The day lies in the future, or before the latest month of roll-calls',
      zh: '点名日期晚于今天或早于最近点名月',
    },
    ALREADY_CALLED: {
      en: 'The class was called on that day; to correct it, say so',
      zh: '该班当日已点名，如需更正请注明',
    },
    NOT_ON_ROSTER: { en: 'An absent child is not on the roster of the class', zh: '缺勤学生不在本班花名册' },
    ON_ROSTER: { en: 'An extra child is on the roster of the class', zh: '无籍就读学生已在本班花名册' },
    CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '没有该学生' },
    TEXT_INVALID: { en: 'Who called the roll: 1 to 50 characters', zh: '点名人应为1至50字' },
    ROSTER_EMPTY: { en: 'The class has nobody on its roster', zh: '该班花名册为空' },
  },
);
export type RecordRollCallErrorCode = EnumValue<typeof RecordRollCallErrorEnum>;
