import { defineEntity, p } from '@mikro-orm/postgresql';
import { serviceOnly } from '../../../_kit/student/reach-policies.js';
import type { SplitGround } from '../../../_kit/student/student-split.entity.js';

/** Rows of an agency that a run keeps apart from the person whose number they bear (重号), until the agency has heard of it. */
export const FoundSplitEntity = defineEntity({
  name: 'FoundSplitEntity',
  tableName: 'found_split',
  ...serviceOnly,
  properties: {
    agency: p.text().primary(),
    /** The register's own key of the row that tells. */
    sourceKey: p.text().primary(),
    provisionalId: p.text(),
    numberId: p.text(),
    grounds: p.array().$type<SplitGround[]>(),
    foundByRun: p.text(),
    toldAt: p.datetime().nullable(),
  },
});
