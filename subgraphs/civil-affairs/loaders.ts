import { sql } from 'kysely';
import { createCareLoaders } from './care/care.loaders.js';
import { ChildGuardianEntity, type ChildGuardian } from './child-guardian.entity.js';
import { createRowsByKeyLoader } from '../_kit/rows-by-key-loader.js';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { createRegisterLoader, type RegisterLoader } from '../_kit/register/register-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { PageArgs } from '../_kit/schema/connection.js';
import { ChildFileEntity } from './child-file.entity.js';
import { ChildInDifficultyEntity } from './child-in-difficulty.entity.js';
import type { WelfareRecordFilter } from './current-record.input.js';
import { listCurrentRecords } from './current-record.list.js';
import { DeFactoUnattendedChildEntity } from './de-facto-unattended-child.entity.js';
import type { DeFactoUnattendedChildFilter } from './de-facto-unattended-child.type.js';
import { EarlyMarriageScreeningEntity } from './early-marriage-screening.entity.js';
import { ExtremePovertySupportEntity } from './extreme-poverty-support.entity.js';
import { LeftBehindChildEntity } from './left-behind-child.entity.js';
import { listLeftBehindChildren } from './left-behind-child.list.js';
import type { LeftBehindChildFilter } from './left-behind-child.type.js';
import { OrphanRecordEntity } from './orphan-record.entity.js';
import { ParentInCustodyEntity } from './parent-in-custody.entity.js';
import type { CivilAffairsRegister } from './registers.js';
import { listReliefPayments } from './relief-payment.list.js';
import { createReliefPaymentPageLoader, createReliefPaymentStateLoader } from './relief-payment.loader.js';
import type { ReliefPaymentFilter } from './relief-payment.type.js';
import { SubsistenceAllowanceEntity } from './subsistence-allowance.entity.js';
import { listSubsistenceAllowances } from './subsistence-allowance.list.js';
import type { SubsistenceAllowanceFilter } from './subsistence-allowance.type.js';

export type CivilAffairsLoaders = ReturnType<typeof createCivilAffairsLoaders>;

const LATEST_FIRST = 'started_on desc, id desc';

export function createCivilAffairsLoaders(context: LoaderContext) {
  const ofRegister = <Row extends { studentId: string }>(
    register: CivilAffairsRegister,
    entity: EntitySchema<Row>,
    orderBy = LATEST_FIRST,
  ): RegisterLoader<Row> => createRegisterLoader(context, entity, { register, orderBy });
  const childFiles = ofRegister('CHILD_FILES', ChildFileEntity, 'id');
  /** Those who look after the child first. */
  const guardiansByFile = createRowsByKeyLoader(context, ChildGuardianEntity, 'fileKey', {
    orderBy: sql`is_actual_guardian desc, id`,
  });
  return {
    ...createCareLoaders(context),
    /** Calendar day on which the request counts which records hold. */
    today: context.today,
    childFiles,
    guardiansByFile,
    /** Null where the child has no file, undefined where nobody can say. */
    async guardiansOfChild(studentId: string): Promise<readonly ChildGuardian[] | null | undefined> {
      const child = await context.students.load(studentId);
      if (!child) return undefined;
      const { register, rows } = await childFiles.load(child);
      if (rows.length === 0) return register.state === 'NO_RECORD' ? null : undefined;
      return (await Promise.all(rows.map(({ sourceKey }) => guardiansByFile.load(sourceKey)))).flat();
    },
    subsistenceAllowances: ofRegister('SUBSISTENCE_ALLOWANCE', SubsistenceAllowanceEntity),
    extremePovertySupport: ofRegister('EXTREME_POVERTY_SUPPORT', ExtremePovertySupportEntity),
    orphans: ofRegister('ORPHAN', OrphanRecordEntity),
    deFactoUnattended: ofRegister('DE_FACTO_UNATTENDED', DeFactoUnattendedChildEntity),
    leftBehind: ofRegister('LEFT_BEHIND', LeftBehindChildEntity),
    childrenInDifficulty: ofRegister('CHILD_IN_DIFFICULTY', ChildInDifficultyEntity),
    earlyMarriageScreenings: ofRegister(
      'EARLY_MARRIAGE_SCREENING',
      EarlyMarriageScreeningEntity,
      'screened_on desc, id desc',
    ),
    parentsInCustody: ofRegister('PARENT_IN_CUSTODY', ParentInCustodyEntity),
    reliefPaymentState: createReliefPaymentStateLoader(context),
    reliefPaymentPage: createReliefPaymentPageLoader(context),
    listOrphans: ({ division }: WelfareRecordFilter, page: PageArgs) =>
      listCurrentRecords(context, OrphanRecordEntity, division, page),
    listExtremePovertySupports: ({ division }: WelfareRecordFilter, page: PageArgs) =>
      listCurrentRecords(context, ExtremePovertySupportEntity, division, page),
    listChildrenInDifficulty: ({ division }: WelfareRecordFilter, page: PageArgs) =>
      listCurrentRecords(context, ChildInDifficultyEntity, division, page),
    listSubsistenceAllowances: (filter: SubsistenceAllowanceFilter, page: PageArgs) =>
      listSubsistenceAllowances(context, filter, page),
    listLeftBehindChildren: (filter: LeftBehindChildFilter, page: PageArgs) =>
      listLeftBehindChildren(context, filter, page),
    listDeFactoUnattendedChildren: ({ division }: DeFactoUnattendedChildFilter, page: PageArgs) =>
      listCurrentRecords(context, DeFactoUnattendedChildEntity, division, page),
    listReliefPayments: (filter: ReliefPaymentFilter, page: PageArgs) =>
      listReliefPayments(context, filter, page),
  };
}
