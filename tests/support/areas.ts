import type { TestAgency } from './agency.js';
import { callerAs, type TestCaller } from './callers.js';

/** How the areas of a persona are found among coordination's stored places. */
const AREAS = {
  'class-teacher': { kind: 'CLASS', code: 'code', scopes: ['CLASS'] },
  'school-clerk': { kind: 'SCHOOL', code: 'code', scopes: ['SCHOOL'] },
  'village-cadre': { kind: 'DIVISION', code: 'code', scopes: ['REGISTERED', 'RESIDENCE'] },
  'township-officer': { kind: 'DIVISION', code: 'left(code, 9)', scopes: ['REGISTERED', 'RESIDENCE'] },
} as const;
export type LocalPersona = keyof typeof AREAS;
export const LOCAL_PERSONAS = Object.keys(AREAS) as LocalPersona[];

/** The same kind of officer in each of the areas that most children belong to. */
export async function callersAcross(
  coordination: TestAgency,
  slug: LocalPersona,
  areas: number,
): Promise<TestCaller[]> {
  const { kind, code, scopes } = AREAS[slug];
  const found = await coordination.rows<{ code: string }>(
    `select ${code} as code from student_scope where kind in (${scopes.map((scope) => `'${scope}'`).join()})
     group by 1 order by count(*) desc, 1 limit ${areas}`,
  );
  return found.map((area) => ({
    ...callerAs(slug),
    slug: `${slug}-${area.code}`,
    role: slug,
    jurisdiction: [{ kind, code: area.code }],
  }));
}

/** Which scopes lie in an area, said again in the test's own words: see the contract's kinds of jurisdiction. */
function areaSql({ kind, code }: TestCaller['jurisdiction'][number]): string {
  switch (kind) {
    case 'DIVISION':
      return `(kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and left(code, ${code.length}) = '${code}')`;
    case 'SCHOOL':
      return `(kind in ('SCHOOL', 'CATCHMENT', 'GRANT') and code = '${code}')`;
    case 'CLASS':
      return `(kind = 'CLASS' and code = '${code}')`;
    case 'AGENCY':
      return 'false';
  }
}

/** SQL over coordination's tables: the ids of all children in the caller's area. */
export function reachedIdsSql({ jurisdiction }: TestCaller): string {
  return `select canonical_id as id from student_scope where ${jurisdiction.map(areaSql).join(' or ')}`;
}
