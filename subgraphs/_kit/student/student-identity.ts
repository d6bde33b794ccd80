import type { StudentScope } from './student-scope.entity.js';

/** A child as an agency sees it: the set of ids under which rows may stand, and where the child belongs. */
export interface StudentIdentity {
  /** Canonical id of the set; the one that clients get. */
  readonly id: string;
  readonly memberIds: readonly string[];
  readonly scopes: readonly Pick<StudentScope, 'kind' | 'code'>[];
}
