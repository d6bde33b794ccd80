import { labelledEnum } from '../../_kit/schema/label.js';
import type { ResultOutcome } from './verified-results.js';

export const ResultOutcomeEnum = labelledEnum<ResultOutcome>(
  'PushedDownOutcome',
  { en: 'What came of an entry of the national platform', zh: '核查情况' },
  {
    VERIFIED: { en: 'Somebody has decided', zh: '已核实' },
    OPEN: { en: 'Nobody has decided', zh: '待核实' },
    NOT_FOUND: {
      en: 'No such child in the county',
      zh: '查无此人',
      detail: 'no register knows the child, and none waits to be matched with it',
    },
  },
);
