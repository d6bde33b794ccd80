import { ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';

@Holds('SCHOOLING')
@ObjectType('Schooling', {
  description: describe(
    'Schooling',
    '就学情况',
    'what education knows of a child, register by register. No record means no student status in this county, not "not enrolled".',
  ),
})
export class SchoolingType {
  /** Whose schooling; each register is read when it is asked for. */
  readonly student!: StudentIdentity;
}
