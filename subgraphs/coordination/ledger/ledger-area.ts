import { sql, type Kysely } from 'kysely';
import type { Jurisdiction } from '../../_kit/access/caller.js';
import { HubError } from '../../_kit/errors.js';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';
import { divisionByCode } from '../divisions/division.list.js';
import type { LedgerArea } from './ledger-entries.js';
import type { TitledLedger } from './ledger-title.js';
import type { LedgerScope } from './ledger.enums.js';

export interface NamedArea extends LedgerArea, TitledLedger {
  /** Of a class: the schools that have it, which is one unless its register is wrong. */
  readonly schools: readonly string[];
}

/**
 * The area of a ledger, by what the register holds.
 * @param db sees all rows
 * @throws {HubError} NOT_FOUND when there is no such area in the county
 */
export async function findLedgerArea(
  db: Kysely<unknown>,
  { scope, code, county }: { readonly scope: LedgerScope; readonly code: string; readonly county: string },
): Promise<NamedArea> {
  if (scope === 'SCHOOL' || scope === 'CLASS') return findSchoolArea(db, scope, code, county);
  const division = await divisionByCode({ db }, code);
  const cut = division.code.slice(0, DIGITS_OF_LEVEL[scope]);
  if (division.level !== scope || !cut.startsWith(county)) throw new HubError('NOT_FOUND');
  return { scope, code: cut, county, name: division.name ?? '', grade: null, className: null, schools: [] };
}

interface FoundSchool {
  readonly schools: string[] | null;
  readonly name: string | null;
  readonly grade: number | null;
  readonly className: string | null;
}

async function findSchoolArea(
  db: Kysely<unknown>,
  scope: 'SCHOOL' | 'CLASS',
  code: string,
  county: string,
): Promise<NamedArea> {
  const column = sql.ref(scope === 'SCHOOL' ? 'school_code' : 'class_code');
  const { rows } = await sql<FoundSchool>`
    select array_agg(distinct school_code) as schools, max(school_name) as name, max(grade) as grade,
      max(class_name) as "className"
    from school_age_entry where ${column} = ${code} and school_code is not null`.execute(db);
  const [found] = rows;
  if (!found?.schools) throw new HubError('NOT_FOUND');
  const { schools, name } = found;
  const { grade, className } = scope === 'CLASS' ? found : { grade: null, className: null };
  return { scope, code, county, name: name ?? code, grade, className, schools };
}

/**
 * Whether one of the caller's areas holds the ledger's as a whole: totals over a part would look like the whole. The
 * county holds all of its schools; a smaller division holds none, since pupils come from everywhere.
 */
export function holdsArea(
  jurisdiction: readonly Jurisdiction[],
  { scope, code, county, schools }: NamedArea,
): boolean {
  const isAtSchool = scope === 'SCHOOL' || scope === 'CLASS';
  return jurisdiction.some((area) => {
    switch (area.kind) {
      case 'DIVISION':
        return (isAtSchool ? county : code).startsWith(area.code);
      case 'SCHOOL':
        return isAtSchool && schools.every((school) => school === area.code);
      case 'CLASS':
        return scope === 'CLASS' && area.code === code;
      case 'AGENCY':
        return false;
    }
  });
}
