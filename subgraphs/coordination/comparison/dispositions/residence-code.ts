import { sql, type Kysely } from 'kysely';
import { DIGITS_OF_LEVEL } from '../../../_kit/schema/division-prefix.js';

/** The code of a village or township as the list has it: 12 digits. */
export const fullDivisionCode = (code: string): string => code.padEnd(DIGITS_OF_LEVEL.VILLAGE, '0');

/** Whether a code is one of a village or township of the county. */
export async function isResidenceIn(db: Kysely<unknown>, countyCode: string, code: string): Promise<boolean> {
  const { rows } = await sql`select from division where code = ${fullDivisionCode(code)}
    and level in ('TOWNSHIP', 'VILLAGE') and starts_with(code, ${countyCode})`.execute(db);
  return rows.length > 0;
}
