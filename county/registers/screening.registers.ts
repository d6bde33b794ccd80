import { parseIsoDate } from '../../policies/iso-date.js';
import { academicYearOf } from '../../policies/school-calendar.js';
import { HouseholdScreeningEntity } from '../../subgraphs/education/screening/household-screening.entity.js';
import {
  assignmentCode,
  campaignCode,
  plannedAssignments,
  type PlannedCampaign,
} from '../../subgraphs/education/screening/planned-assignments.js';
import {
  HOUSEHOLDS_LIST,
  MEMBERS_LIST,
  numberColumns,
  SCREENED_HOUSEHOLD,
} from '../../subgraphs/education/screening/screened-person.js';
import { ScreenedMemberEntity } from '../../subgraphs/education/screening/screened-member.entity.js';
import { ScreeningAssignmentEntity } from '../../subgraphs/education/screening/screening-assignment.entity.js';
import { ScreeningCampaignEntity } from '../../subgraphs/education/screening/screening-campaign.entity.js';
import { dayNumberOf, isoOf } from '../day-numbers.js';
import type { CountyFrame, ScreenedHousehold } from '../views.js';
import type { RowSink } from './row-sink.js';

const COUNTY_DIGITS = 6;

/** The census is half way; the household education register has just been opened. */
const CAMPAIGNS = [
  { kind: 'SCHOOL_HOUSEHOLD_CENSUS', openedDaysAgo: 45, dueInDays: 15 },
  { kind: 'HOUSEHOLD_EDUCATION_REGISTER', openedDaysAgo: 5, dueInDays: 40 },
] as const;

function campaignsOf(countyCode: string, asOf: string): PlannedCampaign[] {
  const today = dayNumberOf(parseIsoDate(asOf));
  return CAMPAIGNS.map(({ kind, openedDaysAgo, dueInDays }) => {
    const opensOn = isoOf(today - openedDaysAgo);
    return {
      kind,
      academicYear: academicYearOf(opensOn),
      divisionCode: countyCode.padEnd(12, '0'),
      opensOn,
      dueOn: isoOf(today + dueInDays),
    };
  });
}

export function writeCampaigns({ countyCode, divisions, catchments }: CountyFrame, sink: RowSink): void {
  const villages = divisions.filter(({ level }) => level === 'VILLAGE').map(({ code }) => code);
  const areas = catchments.map(({ division, ...catchment }) => ({ ...catchment, divisionCode: division }));
  for (const campaign of campaignsOf(countyCode, sink.asOf)) {
    sink.insert(ScreeningCampaignEntity, { code: campaignCode(campaign), ...campaign, recordedBy: null });
    for (const assignment of plannedAssignments(campaign, villages, areas))
      sink.insert(ScreeningAssignmentEntity, { ...assignment, recorded: {} });
  }
}

/** Code of the census assignment of a village. */
export function censusAssignmentOf(village: string, asOf: string): string {
  const [census] = campaignsOf(village.slice(0, COUNTY_DIGITS), asOf);
  if (!census) throw new Error('A county has a census.');
  return assignmentCode(campaignCode(census), village);
}

/** A household of the census, under the keys that a file or a form would give it. */
export function writeScreenedHousehold(household: ScreenedHousehold, sink: RowSink): void {
  const { householdNumber, village, members, ...visit } = household;
  const assignment = censusAssignmentOf(village, sink.asOf);
  const householdId = sink.opaqueKey(SCREENED_HOUSEHOLD, householdNumber);
  sink.insert(HouseholdScreeningEntity, {
    ...visit,
    sourceKey: sink.opaqueKey(HOUSEHOLDS_LIST, `${assignment}|${householdNumber}`),
    assignmentCode: assignment,
    householdId,
    visitorName: null,
    recordedBy: null,
  });
  members.forEach(({ sourceKey, identity, ...found }, index) => {
    const { residentIdNumber, ...person } = identity;
    const isChecked = found.educationLevel !== null;
    sink.insert(ScreenedMemberEntity, {
      ...person,
      ...found,
      ...numberColumns(residentIdNumber, sourceKey !== null, (plain, column) => sink.seal(plain, column)),
      studentId: sourceKey === null ? null : sink.studentId({ sourceKey, identity }),
      sourceKey: sink.opaqueKey(MEMBERS_LIST, `${assignment}|${householdNumber}|${index + 1}`),
      assignmentCode: assignment,
      householdId,
      position: index + 1,
      residenceDivisionCode: village,
      checkedBy: isChecked ? '普查员' : null,
      checkedOn: isChecked ? visit.visitedOn : null,
      recordedBy: null,
    });
  });
}
