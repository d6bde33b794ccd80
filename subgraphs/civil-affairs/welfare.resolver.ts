import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RegisterLoader } from '../_kit/register/register-loader.js';
import type { RequestContext } from '../_kit/request-context.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { StudentType } from './student.type.js';
import { ChildFileRegisterType } from './child-file.type.js';
import { ChildInDifficultyRegisterType } from './child-in-difficulty.type.js';
import { currentAndHistory, type Dated } from './current-record.js';
import { DeFactoUnattendedRegisterType } from './de-facto-unattended-child.type.js';
import { EarlyMarriageScreeningRegisterType } from './early-marriage-screening.type.js';
import { ExtremePovertySupportRegisterType } from './extreme-poverty-support.type.js';
import { LeftBehindRegisterType } from './left-behind-child.type.js';
import type { CivilAffairsLoaders } from './loaders.js';
import { OrphanRegisterType } from './orphan-record.type.js';
import { ParentInCustodyRegisterType } from './parent-in-custody.type.js';
import { ReliefPaymentRegisterType } from './relief-payment.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';
import { SubsistenceAllowanceRegisterType } from './subsistence-allowance.type.js';
import { WelfareType } from './welfare.type.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => StudentType)
export class StudentWelfareResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.readWelfare)
  @FieldResolver(() => WelfareType, {
    nullable: true,
    description: describe('Welfare', '民政救助与保护', 'from civil affairs.'),
  })
  welfare(@Root() student: StudentIdentity): WelfareType {
    return { student };
  }
}

async function datedAnswer<Row extends Dated>(
  loader: RegisterLoader<Row>,
  student: StudentIdentity,
  today: string,
): Promise<object> {
  const { register, rows } = await loader.load(student);
  return { register, ...currentAndHistory(rows, today) };
}

@Resolver(() => WelfareType)
export class WelfareResolver {
  @FieldResolver(() => ChildFileRegisterType, {
    description: describe('File with the guardians', '儿童档案', 'of every child that civil affairs serves.'),
  })
  async childFile(@Root() { student }: WelfareType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.childFiles.load(student);
    return { register, records: rows };
  }

  @FieldResolver(() => SubsistenceAllowanceRegisterType, {
    description: describe('Subsistence allowance', '最低生活保障'),
  })
  subsistenceAllowance(@Root() { student }: WelfareType, @Ctx() { loaders }: Context): Promise<object> {
    return datedAnswer(loaders.subsistenceAllowances, student, loaders.today);
  }

  @FieldResolver(() => ExtremePovertySupportRegisterType, {
    description: describe('Extreme-poverty support', '特困人员救助供养'),
  })
  extremePovertySupport(@Root() { student }: WelfareType, @Ctx() { loaders }: Context): Promise<object> {
    return datedAnswer(loaders.extremePovertySupport, student, loaders.today);
  }

  @FieldResolver(() => OrphanRegisterType, { description: describe('Orphan', '孤儿') })
  orphan(@Root() { student }: WelfareType, @Ctx() { loaders }: Context): Promise<object> {
    return datedAnswer(loaders.orphans, student, loaders.today);
  }

  @FieldResolver(() => DeFactoUnattendedRegisterType, {
    description: describe('De facto unattended child', '事实无人抚养儿童'),
  })
  deFactoUnattended(@Root() { student }: WelfareType, @Ctx() { loaders }: Context): Promise<object> {
    return datedAnswer(loaders.deFactoUnattended, student, loaders.today);
  }

  @FieldResolver(() => LeftBehindRegisterType, {
    description: describe(
      'Left behind, as civil affairs counts it',
      '农村留守儿童(民政口径)',
      'never merged with the flag of schools.',
    ),
  })
  leftBehind(@Root() { student }: WelfareType, @Ctx() { loaders }: Context): Promise<object> {
    return datedAnswer(loaders.leftBehind, student, loaders.today);
  }

  @FieldResolver(() => ChildInDifficultyRegisterType, {
    description: describe('Child in difficulty', '困境儿童'),
  })
  childInDifficulty(@Root() { student }: WelfareType, @Ctx() { loaders }: Context): Promise<object> {
    return datedAnswer(loaders.childrenInDifficulty, student, loaders.today);
  }

  @FieldResolver(() => ReliefPaymentRegisterType, {
    description: describe('Relief payments', '救助资金发放'),
  })
  reliefPayments(@Root() { student }: WelfareType): ReliefPaymentRegisterType {
    return { student };
  }

  @RequiresScope(CIVIL_AFFAIRS_SCOPES.readRestricted)
  @FieldResolver(() => EarlyMarriageScreeningRegisterType, {
    nullable: true,
    description: describe('Early-marriage screening', '早婚早育排查', 'restricted.'),
  })
  async earlyMarriageScreening(
    @Root() { student }: WelfareType,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    const { register, rows } = await loaders.earlyMarriageScreenings.load(student);
    return { register, records: rows };
  }

  @RequiresScope(CIVIL_AFFAIRS_SCOPES.readRestricted)
  @FieldResolver(() => ParentInCustodyRegisterType, {
    nullable: true,
    description: describe('Parent in custody', '服刑人员未成年子女', 'restricted.'),
  })
  parentInCustody(@Root() { student }: WelfareType, @Ctx() { loaders }: Context): Promise<object> {
    return datedAnswer(loaders.parentsInCustody, student, loaders.today);
  }
}
