import { sql, type Kysely } from 'kysely';
import type { CaseErrorCode } from './case-commands.enums.js';

interface Placement {
  readonly mode: string;
  readonly schoolCode: string | null;
  readonly classCode: string | null;
}

/** What follows the code of the school in that of a class; never so long that a person's number fits in. */
const CLASS_PART = /^[0-9A-Za-z]{1,4}$/;

/** What keeps a place on return from being recorded: a place in the county is one of its schools, and a class of it. */
export async function placementFault(
  db: Kysely<unknown>,
  { mode, schoolCode, classCode }: Placement,
): Promise<readonly [CaseErrorCode, string] | null> {
  if ((mode === 'OUT_OF_COUNTY') !== (schoolCode === null)) return ['PLACE_INVALID', 'schoolCode'];
  if (schoolCode === null) return classCode === null ? null : ['PLACE_INVALID', 'classCode'];
  const { rows } = await sql<{ areKnown: boolean; isListed: boolean }>`
    select exists (select from school_site) as "areKnown",
      exists (select from school_site where code = ${schoolCode}) as "isListed"`.execute(db);
  if (!rows[0]?.areKnown) return ['SCHOOLS_UNKNOWN', 'schoolCode'];
  if (!rows[0].isListed) return ['SCHOOL_NOT_FOUND', 'schoolCode'];
  if (classCode === null) return null;
  const isOfSchool = classCode.startsWith(schoolCode) && CLASS_PART.test(classCode.slice(schoolCode.length));
  return isOfSchool ? null : ['CLASS_INVALID', 'classCode'];
}
