import { ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';

@Holds('DISABILITY')
@ObjectType('DisabilityRecord', {
  description: describe(
    'Disability record',
    '残疾与康复情况',
    'what the disabled persons’ federation knows of a child, register by register. No certificate is not "no disability".',
  ),
})
export class DisabilityRecordType {
  /** Whose record; each register is read when it is asked for. */
  readonly student!: StudentIdentity;
}
