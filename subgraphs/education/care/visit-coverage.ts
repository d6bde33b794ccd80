import { clauseOfEntry, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { VisitCampaignGroupEnum, type VisitCampaignGroup } from './visit-campaign.enums.js';

/** What the status form of one pupil says of it, and whether a teacher has been at its home. */
export interface CampaignPupil {
  /** Null where the school left the item open. */
  readonly isOrphan: boolean | null;
  readonly needsAid: boolean;
  readonly recordedDisability: string | null;
  readonly isAccompanyingMigrantChild: boolean;
  readonly schoolLeftBehindType: string;
  readonly isVisited: boolean;
}

export interface GroupCoverage {
  readonly group: VisitCampaignGroup;
  /** Null where no register says who belongs to the group. */
  readonly pupils: number | null;
  /** Null where that, or the home visits, are not known. */
  readonly visited: number | null;
  /** Of whom nobody says whether they belong to the group. */
  readonly unknown: number;
}

const BELONGS: Readonly<Record<VisitCampaignGroup, (pupil: CampaignPupil) => boolean | null>> = {
  ORPHAN: ({ isOrphan }) => isOrphan,
  SINGLE_PARENT: () => null,
  FINANCIAL_HARDSHIP: ({ needsAid }) => needsAid,
  DISABLED: ({ recordedDisability }) => (recordedDisability === null ? null : recordedDisability !== 'NONE'),
  ACCOMPANYING_MIGRANT: ({ isAccompanyingMigrantChild }) => isAccompanyingMigrantChild,
  LEFT_BEHIND: ({ schoolLeftBehindType }) => schoolLeftBehindType !== 'NONE',
};

/**
 * How many homes of each group a teacher has visited (「千名教师走万家」; 青政办发〔2018〕49号). A pupil of whom the form does
 * not say is counted as unknown, never as none of the group.
 * @param areVisitsKnown whether the home visits are loaded
 */
export function visitCoverage(pupils: readonly CampaignPupil[], areVisitsKnown: boolean): GroupCoverage[] {
  return VisitCampaignGroupEnum.values.map((group) => {
    const known = pupils.filter((pupil) => BELONGS[group](pupil) !== null);
    const own = known.filter((pupil) => BELONGS[group](pupil));
    const isKnown = group !== 'SINGLE_PARENT';
    return {
      group,
      pupils: isKnown ? own.length : null,
      visited: isKnown && areVisitsKnown ? own.filter(({ isVisited }) => isVisited).length : null,
      unknown: pupils.length - known.length,
    };
  });
}

/** Document and clause that order the campaign; null where the policy in force orders none. */
export function campaignClause({ duties }: Pick<ResolvedPolicy, 'duties'>): string | null {
  return duties['homeVisitCampaign'] ? clauseOfEntry(duties, 'homeVisitCampaign') : null;
}
