import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { StudentType } from '../student.type.js';
import { ApprovedAbsenceRegisterType } from '../attendance/approved-absence.type.js';
import type { EducationLoaders } from '../loaders.js';
import { PairingRegisterType } from '../care/pairing.type.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { SchoolingType } from './schooling.type.js';
import { StudyElsewhereRegisterType } from './study-elsewhere.type.js';

type Context = RequestContext<EducationLoaders>;

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

/** The registers whose answer is their rows alone. */
@Resolver(() => SchoolingType)
export class SchoolingRecordsResolver {
  @FieldResolver(() => PairingRegisterType, { description: describe('Pairing support', '结对帮扶') })
  async pairings(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.pairings.load(student);
    return { register, current: rows.filter((row) => isInForce(row, loaders.today)), records: rows };
  }

  @FieldResolver(() => ApprovedAbsenceRegisterType, {
    description: describe('Deferred entry, suspension, medical inability', '延缓入学、休学及不能就学审批'),
  })
  async approvedAbsences(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.approvedAbsences.load(student);
    return { register, current: rows.find((row) => isInForce(row, loaders.today)) ?? null, records: rows };
  }

  @FieldResolver(() => StudyElsewhereRegisterType, {
    description: describe('Studying outside the county', '县外就读'),
  })
  async studyElsewhere(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.studyElsewhere.load(student);
    return { register, current: rows[0] ?? null, history: rows };
  }
}

/** Both ends are days on which it holds. */
function isInForce({ from, until }: { from: string; until?: string | null }, today: string): boolean {
  return from <= today && (until == null || today <= until);
}
