import type { TestCaller } from '../support/callers.js';
import { operation } from './absent-pupil.js';
import type { SchoolYear } from './school-year.js';
import type { UnaidedPupil } from './unaided-pupils.js';

const COUNTY = '520625';

interface Fact {
  readonly group: string;
}
export interface Match {
  readonly programme: string;
  readonly verdict: string;
  readonly conditionsNotMet: readonly string[];
  readonly conditionsUnknown: readonly string[];
  readonly missingSources: readonly {
    readonly agency: string;
    readonly register: string;
    readonly reason: string;
  }[];
  readonly amountDueYuan: number | null;
  readonly amountAwardedYuan: number | null;
  readonly isAidedFirst: boolean | null;
  readonly povertyFacts: readonly Fact[];
  readonly welfareFacts: readonly Fact[];
  readonly disabilityFacts: readonly Fact[];
  readonly student: { readonly id: string };
}
interface Lists {
  readonly aidMatchCounts: readonly {
    readonly programme: string;
    readonly verdict: string;
    readonly children: number;
  }[];
  readonly aidMatches: { readonly nodes: readonly Match[] };
}
export type Verdict =
  'ELIGIBLE_NOT_AIDED' | 'ELIGIBLE_AIDED' | 'AIDED_NOT_ELIGIBLE' | 'NOT_ELIGIBLE' | 'UNKNOWN';

/** One page of the list that an office works through. */
export async function listOf(
  year: SchoolYear,
  officer: TestCaller,
  verdict: Verdict,
  filter: { readonly school?: string; readonly programme?: string } = {},
): Promise<readonly Match[]> {
  const { aidMatches } = await year.query<Lists>(officer, operation('AidMatches'), {
    verdict,
    division: COUNTY,
    ...filter,
  });
  return aidMatches.nodes;
}

/** A child's programmes in the list of one verdict. */
export async function programmesOf(
  year: SchoolYear,
  officer: TestCaller,
  verdict: Verdict,
  { studentId, schoolCode }: UnaidedPupil,
): Promise<ReadonlyMap<string, Match>> {
  const nodes = await listOf(year, officer, verdict, { school: schoolCode });
  return new Map(
    nodes.filter(({ student }) => student.id === studentId).map((match) => [match.programme, match] as const),
  );
}

/** Children of the county by programme and verdict. */
export async function countsOf(year: SchoolYear, officer: TestCaller): Promise<ReadonlyMap<string, number>> {
  const { aidMatchCounts } = await year.query<Lists>(officer, operation('AidMatches'), { division: COUNTY });
  return new Map(
    aidMatchCounts.map(({ programme, verdict, children }) => [`${programme} ${verdict}`, children] as const),
  );
}

/** What is held of a child against each programme, whatever the verdict. */
export async function matchesOf(
  year: SchoolYear,
  officer: TestCaller,
  { studentId }: UnaidedPupil,
): Promise<Readonly<Record<string, Pick<Match, 'verdict' | 'isAidedFirst'>>>> {
  const { student } = await year.query<{
    student: {
      aidMatching: { programmes: readonly Pick<Match, 'programme' | 'verdict' | 'isAidedFirst'>[] };
    };
  }>(
    officer,
    'query ($id: ID!) { student(id: $id) { aidMatching { programmes { programme verdict isAidedFirst } } } }',
    { id: studentId },
  );
  return Object.fromEntries(
    student.aidMatching.programmes.map(({ programme, ...match }) => [programme, match]),
  );
}
