import { FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { StudentType } from '../_kit/student/student.type.js';
import { EDUCATION_SCOPES } from './scopes.js';
import { SchoolingType } from './schooling.type.js';

@Resolver(() => StudentType)
export class StudentSchoolingResolver {
  @RequiresScope(EDUCATION_SCOPES.readSchooling)
  @FieldResolver(() => SchoolingType, {
    nullable: true,
    description: describe('Schooling', '就学情况', 'from education.'),
  })
  schooling(@Root() student: StudentIdentity): SchoolingType {
    return { student };
  }
}
