import { defineEntity, p } from '@mikro-orm/postgresql';
import { serviceOnly } from '../../../_kit/student/reach-policies.js';

/** Ids of which scopes stand ahead of the runs. */
export const AheadChildEntity = defineEntity({
  name: 'AheadChildEntity',
  tableName: 'ahead_child',
  ...serviceOnly,
  properties: {
    studentId: p.text().primary(),
    /** The run that was under way, and may not know of them when it ends. */
    beyondRun: p.text().nullable(),
  },
});
