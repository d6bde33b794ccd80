import { sql } from 'kysely';
import { isOnTheRoll } from '../../../policies/current-status.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { ListedChildEntity } from '../status/listed-child.entity.js';
import { StudentStatusEntity, type StudentStatus } from '../status/student-status.entity.js';
import { HouseholdScreeningEntity, type HouseholdScreening } from './household-screening.entity.js';
import { ScreenedMemberEntity, type ScreenedMember } from './screened-member.entity.js';
import type { ScreeningAssignment } from './screening-assignment.entity.js';
import { ScreeningCampaignEntity, type ScreeningCampaign } from './screening-campaign.entity.js';

/** A child whom education itself files under a village. */
export interface ListedResident {
  readonly canonicalId: string;
  readonly divisionCode: string;
  readonly birthDate: string;
}

/** What the checks of some returns look at. */
export interface ReturnRows {
  readonly campaigns: ReadonlyMap<string, ScreeningCampaign>;
  /** Campaign of each assignment that a row names. */
  readonly campaignOf: ReadonlyMap<string, string>;
  /** Rows of the returns, and those of their campaigns that are about the same households and children. */
  readonly households: readonly HouseholdScreening[];
  readonly members: readonly ScreenedMember[];
  readonly listed: readonly ListedResident[];
  canonicalOf(studentId: string): string;
  /**
   * Null where the caller does not reach the child, or where the student status is not loaded: what it cannot see is no
   * sign that there is nothing.
   */
  statusesOf(member: Pick<ScreenedMember, 'studentId'>): readonly StudentStatus[] | null;
}

export async function readReturns(
  context: LoaderContext,
  assignments: readonly ScreeningAssignment[],
): Promise<ReturnRows> {
  const { em, db, caller, today, students, registers } = context;
  const codes = assignments.map(({ code }) => code);
  const campaignCodes = [...new Set(assignments.map(({ campaignCode }) => campaignCode))];
  const villages = assignments.map(({ divisionCode }) => divisionCode);
  const ofCampaigns = sql`(select code from screening_assignment where campaign_code = any(${campaignCodes}::text[]))`;
  const [campaigns, own, households, seen, listedStatuses, listedChildren] = await Promise.all([
    selectRows(em, ScreeningCampaignEntity)
      .where(sql<boolean>`code = any(${campaignCodes}::text[])`)
      .execute(),
    sql<{ code: string; campaignCode: string }>`
      select code, campaign_code as "campaignCode" from screening_assignment
      where campaign_code = any(${campaignCodes}::text[])`.execute(db),
    selectRows(em, HouseholdScreeningEntity)
      .where(
        sql<boolean>`assignment_code in ${ofCampaigns} and household_id in (
          select household_id from household_screening where assignment_code = any(${codes}::text[]))`,
      )
      .orderBy('id')
      .execute(),
    sql<{ studentId: string }>`
      select distinct student_id as "studentId" from household_member_screening
      where assignment_code = any(${codes}::text[]) and student_id is not null`.execute(db),
    selectRows(em, StudentStatusEntity)
      .where(studentWithinReach(caller, sql.ref('student_status.student_id'), today))
      .where(sql<boolean>`residence_division_code = any(${villages}::text[])`)
      .execute(),
    selectRows(em, ListedChildEntity)
      .where(studentWithinReach(caller, sql.ref('listed_child.student_id'), today))
      .where(sql<boolean>`residence_division_code = any(${villages}::text[])`)
      .execute(),
  ]);
  const residents = [...listedStatuses.filter(isOnTheRoll), ...listedChildren];
  const asked = [...new Set([...seen.rows, ...residents].map(({ studentId }) => studentId))];
  const found = await Promise.all(asked.map((id) => students.load(id)));
  const identities = new Map(
    asked.flatMap((id, index) => {
      const identity = found[index] ?? null;
      return [[id, identity] as const, ...(identity?.memberIds.map((own) => [own, identity] as const) ?? [])];
    }),
  );
  const members = await selectRows(em, ScreenedMemberEntity)
    .where(
      sql<boolean>`assignment_code in ${ofCampaigns} and (assignment_code = any(${codes}::text[])
        or student_id = any(${[...identities.keys()]}::text[]))`,
    )
    .orderBy('id')
    .execute();
  const statuses = Map.groupBy(await statusesWithin(context, found), ({ studentId }) => studentId);
  const isLoaded = (await registers()).has('STUDENT_STATUS');
  const canonicalOf = (id: string) => identities.get(id)?.id ?? id;
  return {
    campaigns: new Map(campaigns.map((campaign) => [campaign.code, campaign])),
    campaignOf: new Map(own.rows.map(({ code, campaignCode }) => [code, campaignCode])),
    households,
    members,
    listed: residents.map(({ studentId, residenceDivisionCode, birthDate }) => ({
      canonicalId: canonicalOf(studentId),
      divisionCode: residenceDivisionCode,
      birthDate,
    })),
    canonicalOf,
    statusesOf: ({ studentId }) => {
      const identity = studentId == null ? null : identities.get(studentId);
      return identity && isLoaded ? identity.memberIds.flatMap((id) => statuses.get(id) ?? []) : null;
    },
  };
}

function statusesWithin(
  { em }: LoaderContext,
  identities: readonly (StudentIdentity | null)[],
): Promise<StudentStatus[]> {
  const ids = identities.flatMap((identity) => identity?.memberIds ?? []);
  return selectRows(em, StudentStatusEntity)
    .where(sql<boolean>`student_id = any(${ids}::text[])`)
    .execute();
}
