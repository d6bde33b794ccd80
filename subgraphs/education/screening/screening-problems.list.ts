import type DataLoader from 'dataloader';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { expectedGrade } from '../../../policies/school-age.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { ScreenedMember } from './screened-member.entity.js';
import type { ScreeningAssignment } from './screening-assignment.entity.js';
import { duplicatesIn, errorsOf, gapsIn, type ScreeningFinding } from './screening-checks.js';
import { readReturns, type ReturnRows } from './screening-returns.js';
import type { ScreeningCheck } from './screening.enums.js';

/** What a check found, with the member that it found it of. */
export interface ScreeningProblem extends ScreeningFinding {
  readonly check: ScreeningCheck;
  readonly member: ScreenedMember | null;
}

const COUNTY_DIGITS = 6;

/** 不重、不漏、不错 of each return, by what the caller may see: the same few statements for any number of returns. */
export function createProblemLoader(
  context: LoaderContext,
): DataLoader<ScreeningAssignment, ScreeningProblem[], string> {
  return context.createLoader(
    async (assignments: readonly ScreeningAssignment[]) => {
      const rows = await readReturns(context, assignments);
      return assignments.map((assignment) => problemsOf(assignment, rows, context));
    },
    ({ code }) => code,
  );
}

function problemsOf(
  assignment: ScreeningAssignment,
  rows: ReturnRows,
  { policies, today }: Pick<LoaderContext, 'policies' | 'today'>,
): ScreeningProblem[] {
  const { code, campaignCode, divisionCode } = assignment;
  const campaign = rows.campaigns.get(campaignCode);
  if (!campaign) return [];
  const isOfCampaign = (row: { readonly assignmentCode: string }) =>
    rows.campaignOf.get(row.assignmentCode) === campaignCode;
  const ofCampaign = {
    households: rows.households.filter(isOfCampaign),
    members: rows.members.filter(isOfCampaign),
  };
  const isOwn = (row: { readonly assignmentCode: string }) => row.assignmentCode === code;
  const households = ofCampaign.households.filter(isOwn);
  const members = ofCampaign.members.filter(isOwn);
  const policy = policies.policyFor(divisionCode.slice(0, COUNTY_DIGITS), parseIsoDate(today));
  const { academicYear } = campaign;
  const isDue = (birthDate: string) =>
    typeof expectedGrade(parseIsoDate(birthDate), academicYear, policy) === 'number';
  const listed = rows.listed.filter((row) => row.divisionCode === divisionCode && isDue(row.birthDate));
  const found: Readonly<Record<ScreeningCheck, readonly ScreeningFinding[]>> = {
    NO_DUPLICATE: duplicatesIn(assignment, ofCampaign, rows.canonicalOf),
    NO_GAP: gapsIn(assignment, households, members, {
      listedIds: [...new Set(listed.map(({ canonicalId }) => canonicalId))].toSorted(),
      seenIds: new Set(
        ofCampaign.members.flatMap(({ studentId }) => (studentId == null ? [] : rows.canonicalOf(studentId))),
      ),
    }),
    NO_ERROR: members.flatMap((member) =>
      errorsOf(member, rows.statusesOf(member), { academicYear, policy }),
    ),
  };
  const memberOf = new Map(members.map((member) => [String(member.id), member]));
  return (Object.keys(found) as ScreeningCheck[]).flatMap((check) =>
    found[check].map((finding) => ({
      ...finding,
      check,
      member: memberOf.get(finding.memberId ?? '') ?? null,
    })),
  );
}
