import type DataLoader from 'dataloader';
import { sql, type RawBuilder } from 'kysely';
import type { PageOf } from '../../_kit/page-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { byCode, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { HouseholdScreeningEntity, type HouseholdScreening } from './household-screening.entity.js';
import { ScreenedMemberEntity, type ScreenedMember } from './screened-member.entity.js';
import { ScreeningAssignmentEntity, type ScreeningAssignment } from './screening-assignment.entity.js';
import { ScreeningCampaignEntity, type ScreeningCampaign } from './screening-campaign.entity.js';
import type { ScreeningCounts } from './screening-completeness.js';
import type { ScreeningCampaignFilter } from './screening.input.js';

/** Campaigns in which the caller reaches a village or a visiting school. */
export function listCampaigns(
  { em }: LoaderContext,
  { academicYear, kind }: ScreeningCampaignFilter,
  page: PageArgs,
): Promise<Connection<ScreeningCampaign>> {
  const query = selectRows(em, ScreeningCampaignEntity)
    .where(
      sql<boolean>`exists (select from screening_assignment own where own.campaign_code = screening_campaign.code)`,
    )
    .$if(academicYear != null, (rows) => rows.where(sql<boolean>`academic_year = ${academicYear}`))
    .$if(kind != null, (rows) => rows.where(sql<boolean>`kind = ${kind}`));
  return listPage(query, byCode<ScreeningCampaign>(), page);
}

/** Assignments within reach of each campaign, in order of code. */
export async function listAssignments(
  { em }: LoaderContext,
  campaignCodes: readonly string[],
  { limit, after }: PageOf<string>,
): Promise<readonly ScreeningAssignment[]> {
  return selectRows(em, ScreeningAssignmentEntity)
    .where(
      sql<boolean>`code in (
        select page.code from unnest(${[...campaignCodes]}::text[]) asked(campaign)
        cross join lateral (
          select own.code from screening_assignment own
          where own.campaign_code = asked.campaign and own.code > ${after?.[0] ?? ''}
          order by own.code limit ${limit + 1}) page)`,
    )
    .orderBy('code')
    .execute();
}

/** Households of each return, in the order in which they were written down. */
export async function listHouseholds(
  { em }: LoaderContext,
  assignmentCodes: readonly string[],
  { limit, after }: PageOf<string>,
): Promise<readonly HouseholdScreening[]> {
  return selectRows(em, HouseholdScreeningEntity)
    .where(
      sql<boolean>`id in (
        select page.id from unnest(${[...assignmentCodes]}::text[]) asked(assignment)
        cross join lateral (
          select own.id from household_screening own
          where own.assignment_code = asked.assignment and own.id > ${after?.[0] ?? 0}::bigint
          order by own.id limit ${limit + 1}) page)`,
    )
    .orderBy('id')
    .execute();
}

type HouseholdOfReturn = Pick<HouseholdScreening, 'assignmentCode' | 'householdId'>;

/** Everybody of each household, the householder first; one statement for all households of a request. */
export function createMemberLoader({
  em,
  createLoader,
}: LoaderContext): DataLoader<HouseholdOfReturn, ScreenedMember[], string> {
  const keyOf = ({ assignmentCode, householdId }: HouseholdOfReturn) => `${assignmentCode} ${householdId}`;
  return createLoader(async (households: readonly HouseholdOfReturn[]) => {
    const rows = await selectRows(em, ScreenedMemberEntity)
      .where(sql<boolean>`assignment_code = any(${households.map((each) => each.assignmentCode)}::text[])`)
      .where(sql<boolean>`household_id = any(${households.map((each) => each.householdId)}::text[])`)
      .orderBy('position')
      .execute();
    const members = Map.groupBy(rows, keyOf);
    return households.map((household) => members.get(keyOf(household)) ?? []);
  }, keyOf);
}

export interface AssignmentCounts extends ScreeningCounts {
  readonly code: string;
  readonly campaignCode: string;
  readonly dueOn: string;
}

/** What has come in of each return within reach. @param by whether the codes are of campaigns or of assignments */
export function countReturns(
  context: Pick<LoaderContext, 'readRows'>,
  codes: readonly string[],
  by: 'campaign_code' | 'code',
): Promise<readonly AssignmentCounts[]> {
  return countReturnsWhere(context, sql<boolean>`own.${sql.ref(by)} = any(${[...codes]}::text[])`);
}

/** @param condition over the assignments, as `own` */
export async function countReturnsWhere(
  { readRows }: Pick<LoaderContext, 'readRows'>,
  condition: RawBuilder<boolean>,
): Promise<readonly AssignmentCounts[]> {
  return readRows<AssignmentCounts>(sql`
    select own.code, own.campaign_code as "campaignCode", own.due_on::text as "dueOn",
      own.household_count as "householdCount", household.settled, household.visited, member.members, member.checked
    from screening_assignment own
    cross join lateral (
      select count(*) filter (where result <> 'NOBODY_AT_HOME')::int as settled,
        count(*) filter (where result = 'VISITED')::int as visited
      from household_screening where assignment_code = own.code) household
    cross join lateral (
      select count(*)::int as members, count(education_level)::int as checked
      from household_member_screening where assignment_code = own.code) member
    where ${condition}`);
}
