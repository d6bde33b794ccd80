import { labelledEnum } from '../../_kit/schema/label.js';

export const RollCallResultEnum = labelledEnum(
  'RollCallResult',
  { en: 'What a roll-call found of a child', zh: '点名结果' },
  {
    PRESENT: { en: 'On the roster and present', zh: '在籍在校' },
    ABSENT: {
      en: 'On the roster but absent',
      zh: '在籍不在校',
      detail: 'possibly a ghost status (空挂学籍)',
    },
    EXTRA: { en: 'In class without being on the roster', zh: '无籍就读' },
  },
);
