import { defineEntity, p } from '@mikro-orm/postgresql';
import { serviceOnly } from '../student/reach-policies.js';

/** Some of the rows that an import rejected: sealed, for they hold what no column of the agency may keep in clear. */
export const RejectedPartEntity = defineEntity({
  name: 'RejectedPartEntity',
  tableName: 'import_rejected_part',
  ...serviceOnly,
  properties: {
    importId: p.uuid().primary(),
    part: p.integer().primary(),
    list: p.text(),
    rows: p.integer(),
    keptUntil: p.datetime().index(),
    sealed: p.text(),
  },
});
