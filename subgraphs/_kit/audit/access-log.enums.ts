import { labelledEnum } from '../schema/label.js';

export const AccessOutcomeEnum = labelledEnum(
  'AccessOutcome',
  { en: 'What came of a call about a child', zh: '访问结果' },
  {
    DELIVERED: { en: 'Delivered', zh: '已提供' },
    DENIED: { en: 'Refused for want of a right, purpose or approval', zh: '因无权限、目的或审批被拒绝' },
    NOT_FOUND: { en: 'Unknown or out of reach', zh: '不存在或不在管辖范围' },
  },
);

export const AccessOperationEnum = labelledEnum(
  'AccessOperation',
  { en: 'Kind of call', zh: '操作类型' },
  {
    QUERY: { en: 'Reading', zh: '查询' },
    MUTATION: { en: 'Writing', zh: '写入' },
    SERVICE: { en: 'Call between parts of the hub', zh: '系统间调用' },
  },
);
