import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { describe } from '../schema/label.js';

/** A child named by an id; what else a field needs to know of it, the gate adds. */
export interface StudentReference {
  readonly id: string;
}

/**
 * Makes an agency's own `Student` type, to which its field resolvers add fields. One class for all agencies
 * would collect the fields of every agency that runs in the same process.
 */
export function createStudentType(): new () => StudentReference {
  @ObjectType('Student', {
    description: describe(
      'Student',
      '学生',
      'every person of the age band that any register holds, enrolled or not. A null field is unknown, never none, and has its error.',
    ),
  })
  @Directive('@key(fields: "id")')
  @Holds('IDENTITY')
  class StudentType implements StudentReference {
    @Field(() => ID, {
      description: describe(
        'Opaque canonical id of the child',
        '学生标识',
        'any former id is accepted as an argument.',
      ),
    })
    readonly id!: string;
  }
  return StudentType;
}
