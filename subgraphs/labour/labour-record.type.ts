import { ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';

@Holds('LABOUR')
@ObjectType('LabourRecord', {
  description: describe(
    'Labour record',
    '劳动监察与务工信息',
    'what labour knows of a child and of its guardians’ work, register by register.',
  ),
})
export class LabourRecordType {
  /** Whose record; each register is read when it is asked for. */
  readonly student!: StudentIdentity;
}
