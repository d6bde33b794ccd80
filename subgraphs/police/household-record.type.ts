import { ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';

@Holds('HOUSEHOLD')
@ObjectType('HouseholdRecord', {
  description: describe(
    'Household record',
    '户籍与居住情况',
    'what police knows of a child, register by register. No record means nothing registered in this county; the child may be registered elsewhere, or not at all.',
  ),
})
export class HouseholdRecordType {
  /** Whose record; each register is read when it is asked for. */
  readonly student!: StudentIdentity;
}
