import { ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';

@Holds('POVERTY')
@ObjectType('PovertyRecord', {
  description: describe(
    'Poverty record',
    '帮扶信息',
    'what the poverty office knows of a child’s household, register by register.',
  ),
})
export class PovertyRecordType {
  /** Whose record; each register is read when it is asked for. */
  readonly student!: StudentIdentity;
}
