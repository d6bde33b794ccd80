import { academicYearOf } from '../../policies/school-calendar.js';
import type { CohortRow, SchoolKind, SchoolStatistics, TurnoverRow } from '../views.js';
import type { World } from './world.js';

type Stage = CohortRow['stage'];

const YEARS_OF_STAGE: Readonly<Record<Stage, number>> = { PRIMARY: 6, JUNIOR_SECONDARY: 3, COMPULSORY: 9 };
/** A teaching point's pupils go on to its central school, which counts them. */
const STAGES_OF_KIND: Readonly<Record<SchoolKind, readonly Stage[]>> = {
  PRIMARY: ['PRIMARY', 'COMPULSORY'],
  TEACHING_POINT: [],
  JUNIOR: ['JUNIOR_SECONDARY'],
  NINE_YEAR: ['PRIMARY', 'JUNIOR_SECONDARY', 'COMPULSORY'],
  SPECIAL: ['PRIMARY', 'JUNIOR_SECONDARY', 'COMPULSORY'],
};
/** Of a cohort, who is lost before the final grade: nine-year retention was 95.9 % in 2024, and primary school loses next to nobody. */
const LOST: Readonly<Record<Stage, number>> = { PRIMARY: 0, JUNIOR_SECONDARY: 0.04, COMPULSORY: 0.042 };
const MOVED_OUT = 0.09;
const MOVED_IN = 0.05;
const DEATHS_A_YEAR = 0.0003;
/** Years told of: the cohort that ended last summer, the one in its final grade, and the one behind it. */
const COHORTS = [-1, 0, 1];

/** Of the pupils at the start of a school year. */
const TURNOVER = {
  suspended: 0.002,
  deceased: DEATHS_A_YEAR,
  transferredOut: 0.02,
  otherDecrease: 0.0005,
  transferredIn: 0.0145,
  otherIncrease: 0.001,
} as const;
const WITHDRAWN = { PRIMARY: 0, JUNIOR_SECONDARY: 0.008 } as const;
const TOLD_YEARS = 2;

/** What schools state to the annual statistics: as many entrants as a school has pupils of a grade. */
export function schoolStatistics({ network, options }: Pick<World, 'network' | 'options'>): SchoolStatistics {
  const year = academicYearOf(options.asOf);
  const share = sharesOf();
  const cohorts: CohortRow[] = [];
  const turnover: TurnoverRow[] = [];
  for (const { code: schoolCode, kind } of network.schools) {
    for (const stage of STAGES_OF_KIND[kind]) {
      const years = YEARS_OF_STAGE[stage];
      for (const behind of COHORTS) {
        const part = (of: string, people: number) => share(`${stage} ${behind} ${of}`, people);
        const entrants = part('entrants', network.pupilsPerGrade(schoolCode));
        const transferredOut = Math.min(entrants, part('out', entrants * MOVED_OUT));
        const deceased = Math.min(
          entrants - transferredOut,
          part('deceased', entrants * DEATHS_A_YEAR * years),
        );
        const here = entrants - transferredOut - deceased;
        const stayed = here - Math.min(here, part('lost', entrants * LOST[stage]));
        const transferredIn = part('in', entrants * MOVED_IN);
        const isThrough = behind <= 0;
        cohorts.push({
          schoolCode,
          stage,
          intakeYear: year - years + 1 + behind,
          entrants,
          transferredOut,
          deceased,
          finished: isThrough ? stayed + transferredIn : null,
          transferredIn: isThrough ? transferredIn : null,
        });
      }
      if (stage === 'COMPULSORY') continue;
      for (let academicYear = year - TOLD_YEARS; academicYear < year; academicYear += 1) {
        const part = (of: string, people: number) => share(`${stage} ${academicYear} ${of}`, people);
        const pupilsAtStart = part('pupils', network.pupilsPerGrade(schoolCode) * years);
        const changed = (of: keyof typeof TURNOVER) => part(of, pupilsAtStart * TURNOVER[of]);
        turnover.push({
          schoolCode,
          stage,
          academicYear,
          pupilsAtStart,
          suspended: changed('suspended'),
          withdrawn: part('withdrawn', pupilsAtStart * WITHDRAWN[stage]),
          deceased: changed('deceased'),
          transferredOut: changed('transferredOut'),
          otherDecrease: changed('otherDecrease'),
          transferredIn: changed('transferredIn'),
          otherIncrease: changed('otherIncrease'),
        });
      }
    }
  }
  return { cohorts, turnover };
}

/** Whole people of one school after the other, so that what all of them have together comes out as the share says. */
function sharesOf(): (what: string, people: number) => number {
  const sums = new Map<string, { due: number; given: number }>();
  return (what, people) => {
    const sum = sums.get(what) ?? { due: 0, given: 0 };
    sums.set(what, sum);
    sum.due += people;
    const given = Math.max(0, Math.round(sum.due) - sum.given);
    sum.given += given;
    return given;
  };
}
