import { defineEntity, p } from '@mikro-orm/postgresql';
import { serviceOnly } from '../../../_kit/student/reach-policies.js';

/** What was found of a child when its lines of the register were written last. */
export const PublishedChildEntity = defineEntity({
  name: 'PublishedChildEntity',
  tableName: 'published_child',
  ...serviceOnly,
  properties: {
    canonicalId: p.text().collation('C').primary(),
    /** Of a result, see `fingerprintOf`. */
    fingerprint: p.text(),
  },
});

/** Which ids belong elsewhere than before by the scopes of an origin, and since which version of those. */
export const ScopeChangeEntity = defineEntity({
  name: 'ScopeChangeEntity',
  tableName: 'scope_change',
  ...serviceOnly,
  properties: {
    origin: p.text().primary(),
    studentId: p.text().collation('C').primary(),
    version: p.integer().index(),
  },
});
