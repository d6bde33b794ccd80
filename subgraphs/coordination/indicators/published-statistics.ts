import { sql, type Kysely } from 'kysely';
import type { IsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { lastCompulsoryGrade } from '../../../policies/school-age.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import type { StatisticOf } from './published-indicators.js';
import {
  statisticOf,
  type CohortOfSchool,
  type GradesOfStage,
  type SchoolStatistics,
  type TurnoverOfSchool,
} from './school-statistics.js';
import { statisticsSuppression } from './statistics-publication.js';
import type { Suppression } from './suppression.js';

/** What schools state, as it may be published: of divisions by their prefix, of a school by its place. */
export interface PublishedStatistics {
  readonly of: (place: string) => StatisticOf;
  readonly suppression: Suppression;
}

/** Of a school: the village that it stands in, then its own code. */
export const placeOfSchool = (divisionCode: string, schoolCode: string): string => divisionCode + schoolCode;

export function publishedStatistics(
  all: SchoolStatistics,
  policy: Pick<ResolvedPolicy, 'privacy' | 'stages'>,
  day: IsoDate,
): PublishedStatistics {
  const asked = {
    academicYear: academicYearOf(day),
    grades: gradesOfStages(policy),
    areLoaded: all.cohorts.length > 0 || all.turnover.length > 0,
  };
  return {
    of: (place) => {
      const isIn = (row: { readonly place: string }) => row.place.startsWith(place);
      const within = {
        cohorts: all.cohorts.filter(isIn),
        turnover: all.turnover.filter(isIn),
        grades: all.grades.filter(isIn),
      };
      return (definition) => statisticOf(definition, within, asked);
    },
    suppression: statisticsSuppression(all, asked, policy),
  };
}

function gradesOfStages(policy: Pick<ResolvedPolicy, 'stages'>): GradesOfStage {
  const [primary, junior] = [policy.stages.PRIMARY?.value, policy.stages.JUNIOR_SECONDARY?.value];
  if (!primary || !junior) throw new Error('The policy does not say which grades its stages have.');
  return {
    PRIMARY: { first: primary.fromGrade, last: primary.toGrade },
    JUNIOR_SECONDARY: { first: junior.fromGrade, last: junior.toGrade },
    COMPULSORY: { first: primary.fromGrade, last: lastCompulsoryGrade(policy) },
  };
}

/** Everything that was taken over with the last comparison run. */
export async function readStatistics(db: Kysely<unknown>): Promise<SchoolStatistics> {
  const { rows: cohorts } = await sql<CohortOfSchool>`
    select division_code || school_code as place, stage, intake_year as "intakeYear", entrants,
      transferred_out as "transferredOut", deceased, finished, transferred_in as "transferredIn"
    from retention_cohort`.execute(db);
  const { rows: turnover } = await sql<TurnoverOfSchool>`
    select division_code || school_code as place, stage, academic_year as "academicYear",
      pupils_at_start as "pupilsAtStart", suspended, withdrawn, deceased, transferred_out as "transferredOut",
      other_decrease as "otherDecrease", transferred_in as "transferredIn", other_increase as "otherIncrease"
    from pupil_turnover`.execute(db);
  const { rows: grades } = await sql<SchoolStatistics['grades'][number]>`
    select distinct site.division_code || site.code as place, entry.grade
    from school_age_entry entry join school_site site on site.code = entry.school_code
    where entry.grade is not null and entry.standing in ('IN_SCHOOL', 'SUSPECTED')`.execute(db);
  return { cohorts, turnover, grades };
}
