import { ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';

@Holds('WELFARE')
@ObjectType('Welfare', {
  description: describe(
    'Welfare',
    '民政救助与保护',
    'what civil affairs knows of a child, register by register.',
  ),
})
export class WelfareType {
  /** Whose welfare; each register is read when it is asked for. */
  readonly student!: StudentIdentity;
}
