import { createKeyLoader } from '../../_kit/key-loader.js';
import { createPageLoader } from '../../_kit/page-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { PageArgs } from '../../_kit/schema/connection.js';
import { recordHouseholdScreening } from './household-screening.commands.js';
import type { HouseholdScreening } from './household-screening.entity.js';
import type { ScreenedMember } from './screened-member.entity.js';
import { ScreeningAssignmentEntity, type ScreeningAssignment } from './screening-assignment.entity.js';
import { assignScreening, openScreeningCampaign } from './screening-campaign.commands.js';
import { sumOf, type ScreeningCounts } from './screening-completeness.js';
import type {
  AssignScreeningInput,
  OpenScreeningCampaignInput,
  RecordHouseholdScreeningInput,
  ScreeningCampaignFilter,
} from './screening.input.js';
import {
  countReturns,
  createMemberLoader,
  listAssignments,
  listCampaigns,
  listHouseholds,
} from './screening.list.js';
import { createProblemLoader } from './screening-problems.list.js';
import { versionOfAssignment, versionOfHousehold } from './screening-version.js';

export function createScreeningLoaders(context: LoaderContext) {
  const { identifier, createLoader } = context;
  return {
    screeningAssignments: createKeyLoader(context, ScreeningAssignmentEntity, 'code'),
    listCampaigns: (filter: ScreeningCampaignFilter, page: PageArgs) => listCampaigns(context, filter, page),
    assignmentPages: createPageLoader<string, ScreeningAssignment>(context, {
      keyOfParent: (code) => code,
      keyOfRow: ({ campaignCode }) => campaignCode,
      read: (codes, page) => listAssignments(context, codes, page),
    }),
    householdPages: createPageLoader<string, HouseholdScreening>(context, {
      keyOfParent: (code) => code,
      keyOfRow: ({ assignmentCode }) => assignmentCode,
      read: (codes, page) => listHouseholds(context, codes, page),
    }),
    screenedMembers: createMemberLoader(context),
    screeningProblems: createProblemLoader(context),
    assignmentCounts: createLoader(async (codes: readonly string[]): Promise<ScreeningCounts[]> => {
      const counts = new Map((await countReturns(context, codes, 'code')).map((row) => [row.code, row]));
      return codes.map((code) => counts.get(code) ?? sumOf([]));
    }),
    campaignCounts: createLoader(async (codes: readonly string[]): Promise<ScreeningCounts[]> => {
      const counts = Map.groupBy(
        await countReturns(context, codes, 'campaign_code'),
        ({ campaignCode }) => campaignCode,
      );
      return codes.map((code) => sumOf(counts.get(code) ?? []));
    }),
    versionOfAssignment: (assignment: ScreeningAssignment) => versionOfAssignment(identifier, assignment),
    versionOfHousehold: (household: HouseholdScreening, members: readonly ScreenedMember[]) =>
      versionOfHousehold(identifier, household, members),
    openScreeningCampaign: (input: OpenScreeningCampaignInput) => openScreeningCampaign(context, input),
    assignScreening: (input: AssignScreeningInput) => assignScreening(context, input),
    recordHouseholdScreening: (input: RecordHouseholdScreeningInput) =>
      recordHouseholdScreening(context, input),
  };
}
