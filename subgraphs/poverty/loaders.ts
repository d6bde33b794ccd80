import { sql } from 'kysely';
import { createRowsByKeyLoader } from '../_kit/rows-by-key-loader.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { createKeyLoader } from '../_kit/key-loader.js';
import { createRegisterLoader, type RegisterLoader } from '../_kit/register/register-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { PageArgs } from '../_kit/schema/connection.js';
import { createVerificationLoaders } from '../_kit/verification/verification.loaders.js';
import { createFollowUpLoaders } from './follow-ups/follow-up.loaders.js';
import { PovertyHouseholdEntity } from './poverty-household.entity.js';
import { listPovertyHouseholds } from './poverty-household.list.js';
import { PovertyHouseholdMemberEntity } from './poverty-household-member.entity.js';
import type { PovertyHouseholdFilter } from './poverty-household.type.js';
import { PovertyMeasureEntity, type PovertyMeasure } from './poverty-measure.entity.js';
import { listPovertyMeasures } from './poverty-measure.list.js';
import type { PovertyMeasureFilter } from './poverty-measure.type.js';
import type { PovertyRegister } from './registers.js';
import { createRelocatedChildrenLoader } from './relocated-children.loader.js';
import { RelocationHouseholdEntity } from './relocation-household.entity.js';
import { ResettlementSiteEntity } from './resettlement-site.entity.js';
import { listResettlementSites } from './resettlement-site.list.js';
import type { ResettlementSiteFilter } from './resettlement-site.type.js';
import { VERIFY_POVERTY_RECORD } from './verification/poverty-records.js';

export type PovertyLoaders = ReturnType<typeof createPovertyLoaders>;

export function createPovertyLoaders(context: LoaderContext) {
  const ofRegister = <Row extends { studentId: string }>(
    register: PovertyRegister,
    entity: EntitySchema<Row>,
    orderBy: string,
    where?: string,
  ): RegisterLoader<Row> => createRegisterLoader(context, entity, { register, orderBy, where });
  return {
    ...createFollowUpLoaders(context),
    ...createVerificationLoaders(context, VERIFY_POVERTY_RECORD),
    memberships: ofRegister('HOUSEHOLDS', PovertyHouseholdMemberEntity, 'id', 'household_code is not null'),
    measures: ofRegister('MEASURES', PovertyMeasureEntity, 'started_on desc, id desc'),
    relocations: ofRegister('RELOCATION', RelocationHouseholdEntity, 'moved_on desc, id desc'),
    households: createKeyLoader(context, PovertyHouseholdEntity, 'code'),
    sites: createKeyLoader(context, ResettlementSiteEntity, 'code'),
    /** Those within reach: a brother who lives in another county stays closed to this county's officers. */
    householdChildren: createRowsByKeyLoader(context, PovertyHouseholdMemberEntity, 'householdCode', {
      orderBy: sql`birth_date, id`,
      where: studentWithinReach(
        context.caller,
        sql.ref('poverty_household_member.student_id'),
        context.today,
      ),
    }),
    relocatedChildren: createRelocatedChildrenLoader(context),
    /** Whether a measure runs today; its last day is still one of it. */
    isRunning: ({ endedOn }: PovertyMeasure) => endedOn == null || endedOn >= context.today,
    listPovertyHouseholds: (filter: PovertyHouseholdFilter, page: PageArgs) =>
      listPovertyHouseholds(context, filter, page),
    listPovertyMeasures: (filter: PovertyMeasureFilter, page: PageArgs) =>
      listPovertyMeasures(context, filter, page),
    listResettlementSites: (filter: ResettlementSiteFilter, page: PageArgs) =>
      listResettlementSites(context, filter, page),
  };
}
