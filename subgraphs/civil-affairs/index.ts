import { defineSubgraph } from '../_kit/define-subgraph.js';
import { guardianKindField } from '../_kit/schema/guardian-kind.field.js';
import { RecordVerificationEntity } from '../_kit/verification/record-verification.entity.js';
import { CareCommandResolver, LeftBehindFileResolver } from './care/care.resolver.js';
import { specialGroupField, specialGroupVerification } from './care/special-group-records.js';
import { civilAffairsWork } from './care/work.js';
import { ChildFileEntity } from './child-file.entity.js';
import { ChildFileResolver } from './child-file.resolver.js';
import { ChildGuardianType } from './child-file.type.js';
import { ChildGuardianEntity } from './child-guardian.entity.js';
import { ChildInDifficultyEntity } from './child-in-difficulty.entity.js';
import { ChildInDifficultyResolver } from './child-in-difficulty.resolver.js';
import { ChildInDifficultyType } from './child-in-difficulty.type.js';
import { DeFactoUnattendedChildEntity } from './de-facto-unattended-child.entity.js';
import { DeFactoUnattendedChildResolver } from './de-facto-unattended-child.resolver.js';
import { DeFactoUnattendedChildType } from './de-facto-unattended-child.type.js';
import { EarlyMarriageScreeningEntity } from './early-marriage-screening.entity.js';
import { ExtremePovertySupportEntity } from './extreme-poverty-support.entity.js';
import { ExtremePovertySupportResolver } from './extreme-poverty-support.resolver.js';
import { CIVIL_AFFAIRS_LISTS } from './imports/lists.js';
import { LeftBehindChildEntity } from './left-behind-child.entity.js';
import { LeftBehindChildResolver } from './left-behind-child.resolver.js';
import { LeftBehindChildType } from './left-behind-child.type.js';
import { createCivilAffairsLoaders } from './loaders.js';
import { OrphanRecordEntity } from './orphan-record.entity.js';
import { OrphanRecordResolver } from './orphan-record.resolver.js';
import { OrphanRecordType } from './orphan-record.type.js';
import { ParentInCustodyEntity } from './parent-in-custody.entity.js';
import { CIVIL_AFFAIRS_REGISTERS } from './registers.js';
import { CIVIL_AFFAIRS_ROSTER } from './roster.js';
import { ReliefPaymentEntity } from './relief-payment.entity.js';
import { ReliefPaymentRegisterResolver, ReliefPaymentResolver } from './relief-payment.resolver.js';
import { SubsistenceAllowanceEntity } from './subsistence-allowance.entity.js';
import { SubsistenceAllowanceResolver } from './subsistence-allowance.resolver.js';
import { StudentWelfareResolver, WelfareResolver } from './welfare.resolver.js';
import { StudentType } from './student.type.js';

export const civilAffairs = defineSubgraph({
  name: 'civil-affairs',
  student: StudentType,
  title: { en: 'Civil affairs bureau', zh: '民政局' },
  entities: [
    ChildFileEntity,
    ChildGuardianEntity,
    SubsistenceAllowanceEntity,
    ExtremePovertySupportEntity,
    OrphanRecordEntity,
    DeFactoUnattendedChildEntity,
    LeftBehindChildEntity,
    ChildInDifficultyEntity,
    ReliefPaymentEntity,
    EarlyMarriageScreeningEntity,
    ParentInCustodyEntity,
    RecordVerificationEntity,
  ],
  resolvers: [
    StudentWelfareResolver,
    WelfareResolver,
    ChildFileResolver,
    guardianKindField(ChildGuardianType),
    SubsistenceAllowanceResolver,
    DeFactoUnattendedChildResolver,
    LeftBehindChildResolver,
    OrphanRecordResolver,
    ExtremePovertySupportResolver,
    ChildInDifficultyResolver,
    ReliefPaymentResolver,
    ReliefPaymentRegisterResolver,
    CareCommandResolver,
    specialGroupVerification.CommandResolver,
    LeftBehindFileResolver,
    specialGroupField(LeftBehindChildType, 'LEFT_BEHIND'),
    specialGroupField(OrphanRecordType, 'ORPHAN'),
    specialGroupField(DeFactoUnattendedChildType, 'DE_FACTO_UNATTENDED'),
    specialGroupField(ChildInDifficultyType, 'CHILD_IN_DIFFICULTY'),
  ],
  registers: CIVIL_AFFAIRS_REGISTERS,
  roster: CIVIL_AFFAIRS_ROSTER,
  lists: CIVIL_AFFAIRS_LISTS,
  loaders: createCivilAffairsLoaders,
  work: (_loaders, context) => civilAffairsWork(context),
});
