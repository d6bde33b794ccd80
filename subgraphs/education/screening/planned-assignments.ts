import type { Catchment } from '../school/catchment.entity.js';
import type { ScreeningAssignment } from './screening-assignment.entity.js';
import type { ScreeningCampaign } from './screening-campaign.entity.js';

export type PlannedCampaign = Pick<
  ScreeningCampaign,
  'kind' | 'academicYear' | 'divisionCode' | 'opensOn' | 'dueOn'
>;

/** Before anybody has recorded anything of it. */
export type PlannedAssignment = Omit<ScreeningAssignment, 'recorded'>;

/** A campaign is named by what it is, so that the same one is never opened twice. */
export function campaignCode({
  kind,
  academicYear,
  divisionCode,
}: Pick<PlannedCampaign, 'kind' | 'academicYear' | 'divisionCode'>): string {
  return `${kind}-${academicYear}-${divisionCode}`;
}

export function assignmentCode(campaign: string, village: string): string {
  return `${campaign}-${village}`;
}

/**
 * One assignment for each village of the area, so that no household is in two returns. The census is the villages' own;
 * the household education register is the school's in whose catchment area the village lies, the one that takes its
 * youngest children first (印府办发〔2020〕19号).
 */
export function plannedAssignments(
  campaign: PlannedCampaign,
  villages: readonly string[],
  catchments: readonly Pick<Catchment, 'divisionCode' | 'schoolCode' | 'lowestGrade'>[],
): PlannedAssignment[] {
  const code = campaignCode(campaign);
  const byVillage = Map.groupBy(catchments, ({ divisionCode }) => divisionCode);
  return villages.toSorted().map((village) => {
    const [school] = (byVillage.get(village) ?? []).toSorted(
      (a, b) => a.lowestGrade - b.lowestGrade || (a.schoolCode < b.schoolCode ? -1 : 1),
    );
    const schoolCode = campaign.kind === 'HOUSEHOLD_EDUCATION_REGISTER' ? (school?.schoolCode ?? null) : null;
    return {
      code: assignmentCode(code, village),
      campaignCode: code,
      divisionCode: village,
      answeredBy: schoolCode === null ? 'VILLAGE' : 'SCHOOL',
      schoolCode,
      assigneeName: null,
      householdCount: null,
      dueOn: campaign.dueOn,
    };
  });
}
