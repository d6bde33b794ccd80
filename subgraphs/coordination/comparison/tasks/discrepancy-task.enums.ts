import { labelledEnum, type EnumValue } from '../../../_kit/schema/label.js';
import type { TaskEnd, TaskStep } from './discrepancy-task.entity.js';

export const TaskBodyEnum = labelledEnum(
  'TaskBody',
  { en: 'Who has a task', zh: '核查任务责任单位' },
  {
    TOWNSHIP: { en: 'Township of residence', zh: '居住地乡镇(街道)' },
    SCHOOL: { en: 'School', zh: '学校' },
    COORDINATION: { en: "Leading group's office", zh: '领导小组办公室' },
  },
);

export const TaskStepEnum = labelledEnum<TaskStep>(
  'TaskStep',
  { en: 'What a task asks for', zh: '核查任务环节' },
  {
    VERIFY: { en: 'Go and see', zh: '上门核查' },
    SECOND_CHECK: { en: 'Check a second time', zh: '县级复核' },
  },
);

export const TaskStateEnum = labelledEnum(
  'TaskState',
  { en: 'State of a task', zh: '核查任务状态' },
  {
    OPEN: { en: 'Open', zh: '待办' },
    OVERDUE: { en: 'Open past its day', zh: '逾期' },
    ENDED: { en: 'Ended', zh: '已结束' },
  },
);
export type TaskState = EnumValue<typeof TaskStateEnum>;

export const TaskEndEnum = labelledEnum<TaskEnd>(
  'TaskEnd',
  { en: 'How a task ended', zh: '核查任务结束方式' },
  {
    DONE: { en: 'Somebody went', zh: '已核查' },
    SETTLED: { en: 'The discrepancy was decided otherwise', zh: '疑点已有结论' },
    GONE: { en: 'The registers agree', zh: '疑点已消除' },
    MOVED: { en: 'Another township or school has it', zh: '已移交' },
  },
);

export const CompleteTaskErrorEnum = labelledEnum(
  'CompleteTaskErrorCode',
  { en: 'Why a task was not completed', zh: '核查任务未办结的原因' },
  {
    NOT_FOUND: { en: 'There is no such task of yours', zh: '没有该核查任务' },
    ENDED_ALREADY: { en: 'It has ended already', zh: '核查任务已结束' },
    VISIT_DATE_INVALID: {
      en: 'The visit was between the task and today',
      zh: '走访日期应在任务下达日与今日之间',
    },
    FINDING_INVALID: { en: 'A visit does not find this', zh: '走访不能得出该结论' },
    RESIDENCE_INVALID: { en: 'There is no such village or township in the county', zh: '居住地代码有误' },
  },
);
export type CompleteTaskErrorCode = EnumValue<typeof CompleteTaskErrorEnum>;
