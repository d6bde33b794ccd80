import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { describe } from '../schema/label.js';

/**
 * The seam: every agency adds its own nullable field to it. Resolvers of such fields receive a
 * `StudentIdentity` that the gate has already found to be within the caller's reach.
 */
@ObjectType('Student', {
  description: describe(
    'Student',
    '学生',
    'every person of the age band that any register holds, enrolled or not. A null field is unknown, never none, and has its error.',
  ),
})
@Directive('@key(fields: "id")')
export class StudentType {
  @Field(() => ID, {
    description: describe(
      'Opaque canonical id of the child',
      '学生标识',
      'any former id is accepted as an argument.',
    ),
  })
  id!: string;
}
